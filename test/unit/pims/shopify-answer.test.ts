import { describe, expect, it } from 'vitest';
import { readShopifyRecords } from '../../../electron/pims/shopify-answer.ts';

/** The example of the reference page. */
const example = {
  shopify_order_number: '#12345',
  orders: [
    {
      order_type: 'invoice',
      pims_order_number: 'INV5001',
      create_date: '2026-02-25T05:00:00.000Z',
      modified_date: '2026-03-02T05:00:00.000Z',
      tracking_numbers: ['1Z9990001', '1Z9990002'],
      is_dropship: false,
      shipping_address: {
        name: 'Jane Doe',
        attention: '',
        address_1: '123 Main St',
        address_2: '',
        city: 'Austin',
        state: 'TX',
        zip: '78701',
        country: 'US',
        phone: '512-555-0100',
      },
      items: [
        {
          part_number: 'MDVQ4LL/A',
          description: 'iPhone 14 Pro',
          quantity: 10,
          shipped: 5,
          serial_numbers: ['LYGX9RW917'],
          is_applecare: false,
        },
      ],
    },
  ],
};

describe('readShopifyRecords', () => {
  it('reads the example of the reference page', () => {
    expect(readShopifyRecords(example)).toEqual([
      {
        orderType: 'invoice',
        orderNumber: 'INV5001',
        createdAt: '2026-02-25T05:00:00.000Z',
        modifiedAt: '2026-03-02T05:00:00.000Z',
        trackingNumbers: ['1Z9990001', '1Z9990002'],
        isDropship: false,
        shipTo: {
          name: 'Jane Doe',
          attention: '',
          address1: '123 Main St',
          address2: '',
          city: 'Austin',
          state: 'TX',
          zip: '78701',
          country: 'US',
          phone: '512-555-0100',
        },
        items: [
          {
            partNumber: 'MDVQ4LL/A',
            description: 'iPhone 14 Pro',
            quantity: '10',
            shipped: '5',
            serialNumbers: ['LYGX9RW917'],
            isAppleCare: false,
          },
        ],
      },
    ]);
  });

  it('takes no orders for none', () => {
    expect(readShopifyRecords({ shopify_order_number: '#1', orders: [] })).toEqual([]);
    expect(readShopifyRecords({ shopify_order_number: '#1', orders: null })).toEqual([]);
  });

  it('reads a record of which nearly everything is missing or null', () => {
    const nothing = {
      orderType: '',
      orderNumber: null,
      createdAt: null,
      modifiedAt: null,
      trackingNumbers: [],
      isDropship: false,
      shipTo: expect.objectContaining({ name: '', zip: '' }),
      items: [],
    };
    const nulls = {
      order_type: null,
      pims_order_number: null,
      create_date: null,
      modified_date: null,
      tracking_numbers: null,
      is_dropship: null,
      shipping_address: null,
      items: null,
    };
    expect(readShopifyRecords({ orders: [{}, nulls] })).toEqual([nothing, nothing]);
  });

  it('reads values of another type than the page says, and leaves out what it does not name', () => {
    const [record] =
      readShopifyRecords({
        orders: [
          {
            order_type: 'backorder',
            pims_order_number: 54_320,
            tracking_numbers: '1Z1, 1Z2',
            is_dropship: 'Y',
            shipping_address: { zip: 78_701, planet: 'Earth' },
            items: [
              { part_number: 7, quantity: '2.50', shipped: 1.5, serial_numbers: [12, null, ''], extra: 1 },
              'rubbish',
            ],
          },
        ],
      }) ?? [];
    expect(record).toMatchObject({
      orderType: 'backorder',
      orderNumber: '54320',
      trackingNumbers: ['1Z1', '1Z2'],
      isDropship: true,
      items: [
        { partNumber: '7', quantity: '2.50', shipped: '1.5', serialNumbers: ['12'] },
        { partNumber: '', quantity: '', shipped: '' },
      ],
    });
    expect(record?.shipTo).toMatchObject({ zip: '78701', city: '' });
  });

  it.each([null, undefined, [], 'success', {}, { orders: 'none' }, { orders: [{}, 7] }])(
    'takes %j for no answer',
    (data) => {
      expect(readShopifyRecords(data)).toBeNull();
    },
  );
});
