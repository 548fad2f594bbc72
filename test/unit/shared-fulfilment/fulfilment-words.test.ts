import { describe, expect, it } from 'vitest';
import {
  addressLines,
  doubtWords,
  isDoubtful,
  orderWords,
  rawWords,
  recordDoubts,
  recordWords,
  sumWords,
} from '../../../shared/fulfilment/fulfilment-words.ts';
import { sumParts } from '../../../shared/fulfilment/part-sums.ts';
import type { ShopifyRecord } from '../../../shared/fulfilment/shopify-record.ts';
import { item, numbered, record } from './records.ts';

const invoice = record('invoice', [item('A', 10, 5)], { orderNumber: numbered('INV5001') });
const rest = record('sales_order', [item('A', 5, 0)], { orderNumber: numbered('54320') });
const quote = record('quote', [item('B', 1, 0)]);
const answered = (records: ShopifyRecord[]) =>
  orderWords({
    number: '#1',
    answer: { kind: 'records', records, readAt: '2026-06-15T10:00:00.000Z' },
  });

describe('the state of an order', () => {
  it.each([
    ['Partly shipped', [invoice, rest]],
    ['Ended short', [invoice]],
    ['Not shipped', [rest]],
    ['Shipped', [record('invoice', [item('A', 2, 2)]), quote]],
    ['Quoted', [quote]],
    ['Nothing to ship', [record('void', [item('A', 1, 0)])]],
    ['Nothing to ship', [record('invoice', [])]],
    ['Not in PIMS', []],
  ])('is “%s”', (words, records) => {
    expect(answered(records)).toBe(words);
  });

  it('says when it was not looked up', () => {
    const error = { code: 'unreachable' as const, message: 'Away.', details: {} };
    expect(orderWords({ number: '#1', answer: { kind: 'not-read', error } })).toBe('Not looked up');
  });
});

describe('the sums in words', () => {
  it('leave out what is nothing', () => {
    expect(sumWords(sumParts([invoice, rest]))).toBe('10 units ordered, 5 shipped, 5 still to come.');
    expect(sumWords(sumParts([quote]))).toBe('1 unit only quoted.');
    expect(sumWords(sumParts([invoice, quote, record('invoice', [item('A', -1, -1)])]))).toBe(
      '10 units ordered, 5 shipped, 0 still to come, 5 neither shipped nor to come, 1 unit only quoted, 1 returned.',
    );
  });
});

describe('a record in words', () => {
  it('has its kind and number, or says that it has none', () => {
    expect(recordWords(invoice)).toBe('Invoice INV5001');
    expect(recordWords(quote)).toBe('Quote without a number');
    expect(recordWords(record('backorder', [], { orderNumber: numbered('7') }))).toBe('Backorder 7');
    expect(recordWords(record('', []))).toBe('Record without a number');
  });

  it('has the figures as PIMS wrote them', () => {
    const line = { record: 0, item: item('A', '10.0', ''), counted: true };
    expect(rawWords(line, [invoice])).toBe('Invoice INV5001: – of 10.0 shipped');
    expect(rawWords({ ...line, counted: false }, [invoice])).toContain('(not counted)');
  });
});

describe('doubts in words', () => {
  it('are a sentence for each part that deserves a second look', () => {
    const words = (records: ShopifyRecord[]) =>
      sumParts(records).parts.flatMap(({ doubts }) => doubts.map((doubt) => doubtWords(doubt, records)));
    expect(words([invoice])).toEqual([
      '5 units ordered, not shipped, and on no open sales order: cancelled, refunded or forgotten.',
    ]);
    expect(words([invoice, record('sales_order', [item('A', 3, 4)])])).toEqual([
      'Sales order without a number has 4 shipped of 3.',
      'The invoices leave 5 units open, the sales orders list 3.',
    ]);
    expect(words([rest, record('quote', [item('A', 1, 0)])])).toEqual([
      '1 unit more on a quote or worksheet, not counted: perhaps the same ones.',
    ]);
  });

  it('name the records that were left out, and tracking numbers of nothing', () => {
    const records = [
      record('void', []),
      record('', []),
      record('hold', [], { orderNumber: numbered('9'), trackingNumbers: ['1Z'] }),
      rest,
    ];
    expect(recordDoubts(records, sumParts(records))).toEqual([
      'Void record without a number is void and not counted.',
      'Record without a number does not say what it is, and is not counted.',
      'Hold 9 is of a kind that Order Desk does not know, and is not counted.',
      'There are tracking numbers, but by the figures nothing was shipped.',
    ]);
    expect(recordDoubts([invoice, rest], sumParts([invoice, rest]))).toEqual([]);
  });

  it('are noticed of the parts and of the records', () => {
    const doubtful = (records: ShopifyRecord[]) => isDoubtful(records, sumParts(records));
    expect(doubtful([invoice, rest])).toBe(false);
    expect(doubtful([invoice])).toBe(true);
    expect(doubtful([invoice, rest, record('void', [])])).toBe(true);
  });
});

describe('addressLines', () => {
  it('has no empty lines', () => {
    const to = {
      ...invoice.shipTo,
      name: 'Jane Doe',
      city: 'Austin',
      state: 'TX',
      zip: '78701',
      country: 'US',
    };
    expect(addressLines({ ...to, address1: '123 Main St' })).toEqual([
      'Jane Doe',
      '123 Main St',
      'Austin, TX 78701',
      'US',
    ]);
    expect(addressLines({ ...invoice.shipTo, zip: '78701' })).toEqual(['78701']);
    expect(addressLines(invoice.shipTo)).toEqual([]);
  });
});
