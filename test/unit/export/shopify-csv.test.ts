import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { shopifyCsv, shopifyFileName } from '../../../electron/export/shopify-csv.ts';
import type { ShopifyOrder, ShopifyRecord } from '../../../shared/fulfilment/shopify-record.ts';
import { item, numbered, record } from '../shared-fulfilment/records.ts';

const readAt = '2026-06-15T10:00:00.000Z';
const answered = (number: string, records: ShopifyRecord[]): ShopifyOrder => ({
  number,
  answer: { kind: 'records', records, readAt },
});

function rowsOf(orders: readonly ShopifyOrder[]): Record<string, string>[] {
  const text = shopifyCsv(orders).replace(/^\uFEFF/, '');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

describe('the CSV of Shopify orders', () => {
  it('has a row for each part, the raw figures beside the sums', () => {
    const invoice = record(
      'invoice',
      [
        item('A', 1_000, 999, { serialNumbers: ['S1', 'S2'], description: 'Phone' }),
        item('CARE', 1, 1, { isAppleCare: true }),
        item('SHOPIFY-SHIPPING', 1, 1),
      ],
      { orderNumber: numbered('INV1'), trackingNumbers: ['1Z1', '1Z2'], isDropship: true },
    );
    const rest = record('sales_order', [item('A', 1, 0)], { orderNumber: numbered('7') });
    const [phone, care, ...more] = rowsOf([answered('#12345', [invoice, rest])]);
    expect(more).toEqual([]);
    expect(phone).toMatchObject({
      'Shopify order': '#12345',
      Part: 'A',
      Description: 'Phone',
      State: 'Partly shipped',
      Ordered: '1000',
      Shipped: '999',
      'Still to come': '1',
      Neither: '0',
      'As PIMS has it': 'Invoice INV1: 999 of 1000 shipped; Sales order 7: 0 of 1 shipped',
      'Serial numbers': 'S1; S2',
      AppleCare: '',
      Dropship: 'yes',
      'Tracking numbers': '1Z1; 1Z2',
      'PIMS records': 'Invoice INV1; Sales order 7',
      Remarks: '',
      Read: readAt,
    });
    expect(care).toMatchObject({ Part: 'CARE', AppleCare: 'yes' });
  });

  it('says of each order without parts why it has none, and what is doubtful', () => {
    const error = { code: 'unreachable' as const, message: 'PIMS is away.', details: {} };
    const rows = rowsOf([
      answered('#1', []),
      { number: '#2', answer: { kind: 'not-read', error } },
      answered('#3', [record('void', [])]),
      answered('#4', [record('invoice', [item('A', 2, 1)])]),
    ]);
    expect(rows.map((row) => [row['Shopify order'], row.State, row.Remarks])).toEqual([
      ['#1', 'Not in PIMS', ''],
      ['#2', 'Not looked up', 'PIMS is away.'],
      ['#3', 'Nothing to ship', 'Void record without a number is void and not counted.'],
      [
        '#4',
        'Ended short',
        '1 unit ordered, not shipped, and on no open sales order: cancelled, refunded or forgotten.',
      ],
    ]);
  });

  it('has no cell that a spreadsheet would run', () => {
    const [row] = rowsOf([answered('#1', [record('invoice', [item('=1+1', 1, 1)])])]);
    expect(row?.Part).toBe("'=1+1");
  });
});

describe('the name of the file', () => {
  it('bears the number of a single order, without what no file name may have', () => {
    expect(shopifyFileName([answered('#12345', [])])).toBe('shopify-12345.csv');
    expect(shopifyFileName([answered('#../x', [])])).toBe('shopify-x.csv');
    expect(shopifyFileName([answered('#1', []), answered('#2', [])])).toBe('shopify-orders.csv');
  });
});
