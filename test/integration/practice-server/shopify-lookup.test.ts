import { describe, expect, it } from 'vitest';
import type { PracticeServer } from '../../../electron/practice-server/practice-server.ts';
import { call, startPractice } from './small-practice.ts';

async function lookUp(server: PracticeServer, number: string): Promise<unknown> {
  const query = { shopify_order_number: number };
  return (await call(server, 'GET', 'orders/by_shopify_reference', { query })).json;
}

describe('orders/by_shopify_reference', () => {
  it('answers the example of the reference page: a partial invoice and the rest', async () => {
    const server = await startPractice();
    expect(await lookUp(server, '#12345')).toEqual({
      shopify_order_number: '#12345',
      orders: [
        {
          order_type: 'invoice',
          pims_order_number: 'INV5001',
          create_date: expect.stringMatching(/^\d{4}-\d\d-\d\dT05:00:00\.000Z$/),
          modified_date: expect.stringMatching(/^\d{4}-\d\d-\d\dT05:00:00\.000Z$/),
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
              serial_numbers: expect.arrayContaining(['LYGX9RW917']),
              is_applecare: false,
            },
          ],
        },
        expect.objectContaining({
          order_type: 'sales_order',
          pims_order_number: '54320',
          tracking_numbers: [],
          items: [expect.objectContaining({ quantity: 5, shipped: 0, serial_numbers: [] })],
        }),
      ],
    });
  });

  it('has an example with a record at each stage, dropship, AppleCare and a charge', async () => {
    const server = await startPractice();
    expect(await lookUp(server, '#1001')).toMatchObject({
      orders: [
        {
          order_type: 'invoice',
          is_dropship: true,
          tracking_numbers: ['1Z9990000000010017'],
          items: [
            {
              part_number: 'MDVQ4LL/A',
              quantity: 2,
              shipped: 2,
              serial_numbers: [expect.any(String), expect.any(String)],
            },
            { is_applecare: true, quantity: 2, shipped: 2, serial_numbers: [] },
            { part_number: 'SHOPIFY-SHIPPING' },
          ],
        },
        { order_type: 'sales_order', items: [{ part_number: 'MDVQ4LL/A', quantity: 1, shipped: 0 }, {}] },
        { order_type: 'quote' },
      ],
    });
  });

  it('finds nothing without the #', async () => {
    const server = await startPractice();
    expect(await lookUp(server, '12345')).toEqual({ shopify_order_number: '12345', orders: [] });
  });

  it('orders by stage, then newest, then number; null where PIMS has no value', async () => {
    const server = await startPractice();
    const add = (ORDER_TYPE: string, ORDER_NUMBER: string, ORDER_DATE: string) =>
      server.addOrder({ SHOPIFY_ORDER_NUMBER: '#9', ORDER_TYPE, ORDER_NUMBER, ORDER_DATE });
    add('worksheet', '', '');
    add('sales_order', '70002', '01/02/2026');
    add('sales_order', '70001', '01/02/2026');
    add('sales_order', '70003', '12/31/2025');
    add('quote', '70004', '06/01/2026');
    add('sales_order', '70005', '02/01/2026');
    add('invoice', 'INV70006', '01/01/2025');
    const found = (await lookUp(server, '#9')) as {
      orders: { pims_order_number: string | null; create_date: string | null }[];
    };
    expect(found.orders.map((order) => order.pims_order_number)).toEqual([
      'INV70006',
      '70005',
      '70001',
      '70002',
      '70003',
      '70004',
      null,
    ]);
    expect(found.orders.at(-1)?.create_date).toBeNull();
  });

  it('gives AppleCare no serial numbers, tells a dropship, and has six fields per item', async () => {
    const server = await startPractice();
    const care = (
      await call(server, 'POST', 'inventory/query', { body: [{ field: 'CATEGORY', value: 'AppleCare' }] })
    ).json as { data: { PART_CODE: string }[] };
    const PART_CODE = care.data[0]?.PART_CODE ?? '';
    server.addOrder({ SHOPIFY_ORDER_NUMBER: '#10', IS_DROPSHIP: 'Y' }, [
      { PART_CODE, QUANTITY: '1', SERIAL_NUMBERS: 'SHOULDNOTSHOW' },
    ]);
    expect(await lookUp(server, '#10')).toMatchObject({
      orders: [
        {
          is_dropship: true,
          items: [
            {
              part_number: PART_CODE,
              description: '',
              quantity: 1,
              shipped: 0,
              serial_numbers: [],
              is_applecare: true,
            },
          ],
        },
      ],
    });
  });

  it('refuses a call without the number', async () => {
    const server = await startPractice();
    const reply = await call(server, 'GET', 'orders/by_shopify_reference');
    expect(reply).toMatchObject({
      status: 400,
      json: { message: "Missing 'shopify_order_number' parameter!" },
    });
  });
});
