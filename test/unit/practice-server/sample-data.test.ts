import { describe, expect, it } from 'vitest';
import { extendedPrice, orderTotals } from '../../../electron/practice-server/amounts.ts';
import { dayOfIsoDate, dayOfPimsDate } from '../../../electron/practice-server/dates.ts';
import type { Fields, OrderRecord } from '../../../electron/practice-server/records.ts';
import { checkDigit } from '../../../electron/practice-server/sample-data/barcodes.ts';
import { DEFAULT_SIZE, makeSampleData } from '../../../electron/practice-server/sample-data/sample-data.ts';

const TODAY = '2026-11-22';
const today = dayOfIsoDate(TODAY);
const data = makeSampleData({ seed: 7, today: TODAY, size: DEFAULT_SIZE });
const parts = new Map(data.parts.map((part) => [part.PART_CODE, part]));
const customers = new Map(data.customers.map((customer) => [customer.CUSTOMER_CODE, customer]));
const lines = data.orders.flatMap((order) => order.lines.map((line) => ({ order, line })));
const shopify = new Map<string, OrderRecord[]>();
for (const order of data.orders) {
  const number = order.fields.SHOPIFY_ORDER_NUMBER ?? '';
  if (number !== '') shopify.set(number, [...(shopify.get(number) ?? []), order]);
}

function dayOf(text: string | undefined): number {
  const day = dayOfPimsDate(text ?? '');
  if (day === undefined) throw new Error(`${text} is no PIMS date`);
  return day;
}

function ordersWhere(test: (fields: Fields, order: OrderRecord) => boolean): number {
  return data.orders.filter((order) => test(order.fields, order)).length;
}

describe('the sample data', () => {
  it('is as much as promised', () => {
    expect(data.orders.length).toBeGreaterThanOrEqual(2_400);
    expect(data.customers).toHaveLength(300);
    expect(data.parts).toHaveLength(600);
  });

  it('is the same for the same seed and differs for another', () => {
    const make = (seed: number) =>
      makeSampleData({ seed, today: TODAY, size: { orders: 80, customers: 20, parts: 40 } });
    expect(make(3)).toEqual(make(3));
    expect(make(3)).not.toEqual(make(4));
  });

  it.each([
    [{ orders: 0, customers: 0, parts: 0 }],
    [{ orders: 30, customers: 3, parts: 15 }],
    [{ orders: 10, customers: 2, parts: 3_000 }],
  ])('has the examples of the reference pages at the size %j', (size) => {
    const small = makeSampleData({ seed: 1, today: TODAY, size });
    const numbers = small.orders.map(({ fields }) => fields.ORDER_NUMBER);
    expect(numbers).toEqual(expect.arrayContaining(['54321', '54320', 'INV5001']));
    expect(small.customers[0]?.CUSTOMER_CODE).toBe('M-1000');
    expect(small.parts[0]?.PART_CODE).toBe('MDVQ4LL/A');
    expect(new Set(small.parts.map(({ PART_CODE }) => PART_CODE)).size).toBe(small.parts.length);
  });

  it('covers 18 months that end today, oldest first', () => {
    const days = data.orders.map(({ fields }) => dayOf(fields.ORDER_DATE));
    expect(days).toEqual([...days].sort((one, other) => one - other));
    expect(days[0]).toBeLessThan(today - 540);
    expect(days[0]).toBeGreaterThan(today - 555);
    expect(days.at(-1)).toBeGreaterThan(today - 4);
    expect(days.at(-1)).toBeLessThanOrEqual(today);
  });

  it('has every stage and every oddity, many of each', () => {
    for (const stage of ['worksheet', 'quote', 'sales_order', 'invoice'])
      expect(
        ordersWhere((fields) => fields.ORDER_TYPE === stage && fields.ORDER_STATUS !== 'Void'),
      ).toBeGreaterThan(30);
    expect(ordersWhere((fields) => fields.ORDER_STATUS === 'Void')).toBeGreaterThan(30);
    expect(ordersWhere((fields) => fields.IS_DROPSHIP === 'Y')).toBeGreaterThan(30);
    expect(ordersWhere((fields) => fields.PO_NUMBER !== '')).toBeGreaterThan(100);
    expect(ordersWhere((_, order) => order.lines.length > 10)).toBeGreaterThan(20);
    expect(new Set(data.orders.map(({ fields }) => fields.SALESPERSON_CODE)).size).toBeGreaterThan(4);
    const partCodes = lines.map(({ line }) => line.PART_CODE);
    expect(partCodes.filter((code) => code === 'SHOPIFY-DISCOUNT').length).toBeGreaterThan(30);
    expect(partCodes.filter((code) => parts.get(code)?.CATEGORY === 'AppleCare').length).toBeGreaterThan(100);
    expect(data.parts.filter(({ PART_CODE }) => PART_CODE?.startsWith('00')).length).toBeGreaterThan(5);
    expect(data.parts.filter(({ DISCONTINUED }) => DISCONTINUED === 'Y').length).toBeGreaterThan(10);
  });
});

describe('the orders', () => {
  it('have numbers of their own, known customers and known parts', () => {
    const numbers = data.orders.map(({ fields }) => fields.ORDER_NUMBER);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every((number) => /^(5\d{4}|(INV|SO|QT)\d{4})$/.test(number ?? ''))).toBe(true);
    expect(ordersWhere((fields) => !customers.has(fields.CUSTOMER_CODE))).toBe(0);
    expect(lines.filter(({ line }) => !parts.has(line.PART_CODE))).toEqual([]);
    expect(data.orders.filter((order) => order.lines.length === 0)).toEqual([]);
  });

  it('were last changed after they were made, and never in the future', () => {
    expect(
      ordersWhere((fields) => {
        const modified = dayOf(fields.MODIFIED_DATE);
        return modified < dayOf(fields.ORDER_DATE) || modified > today;
      }),
    ).toBe(0);
  });

  it('have shipped no more than was ordered: all of an invoice, nothing before a sales order or of a void', () => {
    const wrong = lines.filter(({ order: { fields }, line }) => {
      const [quantity, shipped] = [Number(line.QUANTITY), Number(line.NUMBER_SHIPPED)];
      if (!(quantity >= 1) || !(shipped >= 0) || shipped > quantity) return true;
      if (fields.ORDER_STATUS === 'Void') return shipped !== 0;
      // The example of the reference page keeps the ordered quantity on its invoice.
      if (fields.ORDER_TYPE === 'invoice') return shipped !== quantity && fields.ORDER_NUMBER !== 'INV5001';
      return fields.ORDER_TYPE !== 'sales_order' && shipped !== 0;
    });
    expect(wrong).toEqual([]);
  });

  it('of the stage sales order are waited for, some of them shipped in part', () => {
    const open = data.orders.filter(
      ({ fields }) => fields.ORDER_TYPE === 'sales_order' && fields.ORDER_STATUS === 'Open',
    );
    expect(
      open.filter((order) => order.lines.every((line) => line.QUANTITY === line.NUMBER_SHIPPED)),
    ).toEqual([]);
    expect(
      open.filter((order) => order.lines.some((line) => line.NUMBER_SHIPPED !== '0')).length,
    ).toBeGreaterThan(30);
  });

  it('have tracking exactly when goods have left', () => {
    const wrong = data.orders.filter(({ fields, lines: own }) => {
      const left = own.some(
        (line) => line.NUMBER_SHIPPED !== '0' && parts.get(line.PART_CODE)?.CATEGORY !== 'Service',
      );
      return left !== (fields.TRACKING_NUMBERS !== '');
    });
    expect(wrong).toEqual([]);
  });

  it('have a serial number for each unit shipped of a part that bears them, and none for AppleCare', () => {
    const wrong = lines.filter(({ line }) => {
      const serials = (line.SERIAL_NUMBERS ?? '').split(',').filter(Boolean);
      const expected = parts.get(line.PART_CODE)?.SERIALIZED === 'Y' ? Number(line.NUMBER_SHIPPED) : 0;
      return serials.length !== expected;
    });
    expect(wrong).toEqual([]);
  });

  it('add up, to the cent', () => {
    expect(lines.filter(({ line }) => extendedPrice(line) !== line.EXTENDED_PRICE)).toEqual([]);
    const wrong = data.orders.filter(({ fields, lines: own }) => {
      const { SUBTOTAL, TAX, TOTAL } = orderTotals(fields, own);
      return fields.SUBTOTAL !== SUBTOTAL || fields.TAX !== TAX || fields.TOTAL !== TOTAL;
    });
    expect(wrong).toEqual([]);
  });

  it('of Shopify order #1001 are at each stage', () => {
    expect(shopify.get('#1001')?.map(({ fields }) => fields.ORDER_TYPE)).toEqual([
      'quote',
      'sales_order',
      'invoice',
    ]);
  });

  it('of any other Shopify number are one record, or an invoice and the sales order that remains', () => {
    const others = new Map([...shopify].filter(([number]) => number !== '#1001'));
    const splits = [...others.values()].filter((records) => records.length > 1);
    expect(splits.length).toBeGreaterThan(10);
    expect(
      splits.filter(
        (records) => records.map(({ fields }) => fields.ORDER_TYPE).join() !== 'invoice,sales_order',
      ),
    ).toEqual([]);
    expect([...others.keys()].every((number) => /^#1\d{4}$/.test(number))).toBe(true);
    expect(shopify.get('#12345')?.map(({ fields }) => fields.ORDER_NUMBER)).toEqual(['INV5001', '54320']);
  });

  it('have lock codes of their own', () => {
    const codes = lines.map(({ line }) => line.LINE_REF_LOCK_CODE);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('parts and people', () => {
  it('have valid barcodes, each on one part, in the ranges that no product uses', () => {
    const barcodes = data.parts.map(({ BARCODE }) => BARCODE ?? '').filter(Boolean);
    expect(barcodes.length).toBeGreaterThan(580);
    expect(new Set(barcodes).size).toBe(barcodes.length);
    expect(barcodes.filter((code) => !/^(4\d{11}|29\d{11})$/.test(code))).toEqual([]);
    expect(barcodes.filter((code) => checkDigit(code.slice(0, -1)) !== code.at(-1))).toEqual([]);
  });

  it('a check digit is the known one', () => {
    expect([checkDigit('03600029145'), checkDigit('400638133393')]).toEqual(['2', '1']);
  });

  it('have no more available than on hand, and less where orders wait', () => {
    const wrong = data.parts.filter(
      ({ QTY_ONHAND, QTY_AVAILABLE }) => !(Number(QTY_AVAILABLE) <= Number(QTY_ONHAND)),
    );
    expect(wrong).toEqual([]);
    expect(
      data.parts.filter(({ QTY_ONHAND, QTY_AVAILABLE }) => QTY_ONHAND !== QTY_AVAILABLE).length,
    ).toBeGreaterThan(20);
  });

  it('are nobody who exists', () => {
    const everyone = [...data.customers, ...data.orders.map(({ fields }) => fields)];
    const wrong = everyone.filter(
      (fields) =>
        ![fields.BPHONE, fields.SPHONE].every((phone) => /^\d{3}-555-01\d\d$/.test(phone ?? '')) ||
        ![fields.BEMAIL, fields.SEMAIL].every((email) => /^[a-z0-9.]+@example\.com$/.test(email ?? '')),
    );
    expect(wrong).toEqual([]);
  });

  it('customers have names of their own', () => {
    const names = data.customers.map(({ CUSTOMER_NAME }) => CUSTOMER_NAME);
    expect(new Set(names).size).toBe(names.length);
  });

  it('every value is a text', () => {
    const values = [
      ...data.orders.flatMap(({ fields, lines: own }) => [fields, ...own]),
      ...data.parts,
      ...data.customers,
    ].flatMap((fields) => Object.values(fields) as unknown[]);
    expect(values.filter((value) => typeof value !== 'string')).toEqual([]);
  });
});
