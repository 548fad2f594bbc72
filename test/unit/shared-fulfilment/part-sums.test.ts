import { describe, expect, it } from 'vitest';
import { type PartSum, sumParts } from '../../../shared/fulfilment/part-sums.ts';
import type { ShopifyRecord } from '../../../shared/fulfilment/shopify-record.ts';
import { item, record } from './records.ts';

function only(records: readonly ShopifyRecord[]): PartSum {
  const { parts } = sumParts(records);
  const [part] = parts;
  if (part === undefined || parts.length !== 1) throw new Error('One part was expected.');
  return part;
}

/** ordered, shipped, to come, lost. */
function figures({ ordered, shipped, toCome, lost }: PartSum): string[] {
  return [ordered, shipped, toCome, lost];
}

/** Listed, shipped. */
const pair = ([quantity, shipped]: readonly [number, number]) => item('A', quantity, shipped);

describe('a partial invoice and the sales order that remains of it', () => {
  it.each([
    ['the invoice keeps what was ordered, as on the reference page', [10, 5], [5, 0]],
    ['the invoice lists what was shipped alone', [5, 5], [5, 0]],
  ] as const)('counts no unit twice: %s', (_, invoice, rest) => {
    const part = only([record('invoice', [pair(invoice)]), record('sales_order', [pair(rest)])]);
    expect(figures(part)).toEqual(['10', '5', '5', '0']);
    expect(part.doubts).toEqual([]);
  });

  it.each([
    ['with what was shipped on it too', [5, 5], [10, 5]],
    ['with what was shipped on both', [10, 5], [10, 5]],
    ['with nothing shipped on it', [10, 5], [10, 0]],
  ] as const)(
    'counts once, and says so, when the sales order lists the whole again: %s',
    (_, invoice, whole) => {
      const part = only([record('invoice', [pair(invoice)]), record('sales_order', [pair(whole)])]);
      expect(figures(part)).toEqual(['10', '5', '5', '0']);
      expect(part.doubts).toEqual([{ kind: 'listed-again' }]);
    },
  );

  it('takes what was shipped of the rest and is not invoiced yet for shipped', () => {
    const part = only([record('invoice', [item('A', 10, 5)]), record('sales_order', [item('A', 5, 5)])]);
    expect(figures(part)).toEqual(['10', '10', '0', '0']);
    expect(part.doubts).toEqual([]);
  });

  it('has what was shipped of a whole that is listed again, though not all of that is invoiced yet', () => {
    const part = only([record('invoice', [item('A', 10, 5)]), record('sales_order', [item('A', 10, 7)])]);
    expect(figures(part)).toEqual(['10', '7', '3', '0']);
  });

  it('takes what an invoice has not shipped at all for the rest, without a doubt', () => {
    const part = only([record('invoice', [item('A', 10, 0)]), record('sales_order', [item('A', 10, 0)])]);
    expect(figures(part)).toEqual(['10', '0', '10', '0']);
    expect(part.doubts).toEqual([]);
  });

  it('takes a sales order that is shipped and not invoiced for further units', () => {
    const part = only([record('invoice', [item('A', 5, 5)]), record('sales_order', [item('A', 5, 5)])]);
    expect(figures(part)).toEqual(['10', '10', '0', '0']);
  });

  it('misses the rest of an invoice that lists as much as another one, in whatever order they come', () => {
    const invoices = [record('invoice', [item('A', 5, 5)]), record('invoice', [item('A', 5, 3)])];
    for (const records of [invoices, invoices.toReversed()]) {
      expect(figures(only(records))).toEqual(['10', '8', '0', '2']);
    }
  });

  it('follows several invoices, each listing the rest of the one before', () => {
    const part = only([
      record('invoice', [item('A', 5, 3)]),
      record('invoice', [item('A', 10, 5)]),
      record('sales_order', [item('A', 2, 0)]),
    ]);
    expect(figures(part)).toEqual(['10', '8', '2', '0']);
    expect(part.doubts).toEqual([]);
  });

  it('flags an invoice whose rest is on no sales order: it is not to come', () => {
    const part = only([record('invoice', [item('A', 10, 5)])]);
    expect(figures(part)).toEqual(['10', '5', '0', '5']);
    expect(part.doubts).toEqual([{ kind: 'rest-not-held', units: '5' }]);
  });

  it('flags a sales order that holds another number than the invoices leave', () => {
    const part = only([record('invoice', [item('A', 10, 5)]), record('sales_order', [item('A', 3, 0)])]);
    expect(figures(part)).toEqual(['10', '5', '3', '2']);
    expect(part.doubts).toEqual([{ kind: 'rest-differs', rest: '5', held: '3' }]);
  });
});

describe('what counts', () => {
  it('takes a part on several lines of a record, and in another case, for one part', () => {
    const part = only([record('sales_order', [item('A-1', 2, 1), item('a-1', 3, 0), item(' A-1 ', 1, 1)])]);
    expect(figures(part)).toEqual(['6', '2', '4', '0']);
    expect(part.lines).toHaveLength(3);
  });

  it('tells parts without a number apart by their description', () => {
    const free = (description: string) => item('', 1, 0, { description });
    const { parts } = sumParts([record('sales_order', [free('Labour'), free('labour'), free('Engraving')])]);
    expect(parts.map(({ description, ordered }) => [description, ordered])).toEqual([
      ['Labour', '2'],
      ['Engraving', '1'],
    ]);
  });

  it('has what is only quoted beside what is ordered: it is not ordered, nor to come', () => {
    const part = only([record('quote', [item('A', 3, 0)]), record('worksheet', [item('A', 4, 0)])]);
    expect(figures(part)).toEqual(['0', '0', '0', '0']);
    expect(part.quoted).toBe('3');
    expect(part.lines.map(({ counted }) => counted)).toEqual([true, false]);
    expect(only([record('worksheet', [item('A', 4, 0)])]).quoted).toBe('4');
  });

  it('does not count a quote beside an order of the same part, and says so', () => {
    const part = only([record('sales_order', [item('A', 3, 0)]), record('quote', [item('A', 2, 0)])]);
    expect(part).toMatchObject({ ordered: '3', toCome: '3', quoted: '0' });
    expect(part.doubts).toEqual([{ kind: 'also-quoted', units: '2' }]);
  });

  it.each(['void', 'VOID', 'backorder', ''])(
    'keeps a record of the kind “%s” out of the sums, in sight',
    (kind) => {
      const part = only([record('invoice', [item('A', 1, 1)]), record(kind, [item('A', 7, 7)])]);
      expect(figures(part)).toEqual(['1', '1', '0', '0']);
      expect(part.lines.map(({ counted }) => counted)).toEqual([true, false]);
    },
  );

  it('reads the tenant’s own spelling of a stage', () => {
    expect(only([record('Sales Order', [item('A', 2, 0)])]).toCome).toBe('2');
  });

  it('keeps shipping, discounts and notes out of the sums', () => {
    const { parts, asides } = sumParts([
      record('invoice', [
        item('A', 1, 1),
        item('SHOPIFY-SHIPPING', 1, 1),
        item('SHOPIFY-DISCOUNT', 1, 0),
        item('', 1, 1, { description: 'Shopify Shipping' }),
        item('freight_charge', 1, 1),
        item('', '', '', { description: 'Call before delivery' }),
      ]),
    ]);
    expect(parts.map(({ partNumber }) => partNumber)).toEqual(['A']);
    expect(asides).toHaveLength(5);
  });

  it('takes a part whose code only begins like a charge for a part', () => {
    const { parts } = sumParts([
      record('invoice', [item('SHIPPING-BOX-12', 1, 1), item('DISCOUNT-CARD', 1, 1)]),
    ]);
    expect(parts).toHaveLength(2);
  });
});

describe('figures that are odd', () => {
  it('flags more shipped than was listed', () => {
    const part = only([record('invoice', [item('A', 5, 7)])]);
    expect(part).toMatchObject({ ordered: '5', shipped: '7', toCome: '0', lost: '0', over: '2' });
    expect(part.doubts).toEqual([
      { kind: 'more-shipped-than-listed', record: 0, quantity: '5', shipped: '7' },
    ]);
  });

  it('keeps returns apart: the ordered quantity of what was sent stays', () => {
    const part = only([record('invoice', [item('A', 10, 10)]), record('invoice', [item('A', -2, -2)])]);
    expect(figures(part)).toEqual(['10', '10', '0', '0']);
    expect(part.returned).toBe('2');
  });

  it('flags figures that are no numbers, and counts the others', () => {
    const part = only([record('sales_order', [item('A', 'many', 1), item('A', 2, 1)])]);
    expect(figures(part)).toEqual(['2', '1', '1', '0']);
    expect(part.doubts).toEqual([{ kind: 'unreadable', record: 0, text: '1 of many' }]);
    expect(part.lines.map(({ counted }) => counted)).toEqual([false, true]);
  });

  it('takes a missing shipped figure for none before the invoice, and for unknown on one', () => {
    expect(figures(only([record('sales_order', [item('A', 2, '')])]))).toEqual(['2', '0', '2', '0']);
    expect(only([record('invoice', [item('A', 2, '')])]).doubts).toEqual([
      { kind: 'unreadable', record: 0, text: '– of 2' },
    ]);
  });

  it('adds decimals exactly', () => {
    const part = only([record('sales_order', [item('A', '0.1', 0), item('A', '0.2', '0.1')])]);
    expect(figures(part)).toEqual(['0.3', '0.1', '0.2', '0']);
  });
});

describe('what a part carries along', () => {
  it('has each serial number once, its description, and the AppleCare mark', () => {
    const part = only([
      record('invoice', [item('A', 2, 2, { serialNumbers: ['S1', 'S2'] })]),
      record('sales_order', [
        item('A', 1, 0, { serialNumbers: ['S2'], description: 'A plan', isAppleCare: true }),
      ]),
    ]);
    expect(part).toMatchObject({ serialNumbers: ['S1', 'S2'], description: 'A plan', isAppleCare: true });
  });
});
