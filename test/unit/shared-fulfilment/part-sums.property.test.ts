import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PartSum, sumParts } from '../../../shared/fulfilment/part-sums.ts';
import type { ShopifyRecord } from '../../../shared/fulfilment/shopify-record.ts';
import { item, record } from './records.ts';

const stage = fc.constantFrom('invoice', 'sales_order', 'quote', 'worksheet', 'void', 'unheard of');
const thousandths = fc.integer({ min: 0, max: 20_000 }).map((count) => String(count / 1_000));
const anyItem = fc
  .tuple(fc.constantFrom('A', 'B', 'C', 'SHOPIFY-SHIPPING'), thousandths, thousandths)
  .map(([part, quantity, shipped]) => item(part, quantity, shipped));
const anyRecord = fc
  .tuple(stage, fc.array(anyItem, { maxLength: 5 }))
  .map(([kind, items]) => record(kind, items));
const anyRecords = fc.array(anyRecord, { maxLength: 6 });

const figureNames = ['ordered', 'shipped', 'toCome', 'lost', 'over', 'quoted', 'returned'] as const;

function figuresOf(records: readonly ShopifyRecord[]): Record<string, string[]> {
  const { parts } = sumParts(records);
  return Object.fromEntries(parts.map((part) => [part.key, figureNames.map((name) => part[name])]));
}

/** Units cut into as many pieces as there are shares; a piece may be nothing. */
function cut(units: number, shares: readonly number[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const pieces = shares.map((share) => (whole === 0 ? 0 : Math.floor((units * share) / whole)));
  const given = pieces.reduce((sum, piece) => sum + piece, 0);
  return pieces.map((piece, index) => (index === 0 ? piece + units - given : piece));
}

/** An order of one part that was shipped bit by bit: what was ordered, what each invoice shipped, and what remains. */
const history = fc
  .record({
    rest: fc.integer({ min: 0, max: 50 }),
    gone: fc.integer({ min: 1, max: 50 }),
    shares: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ rest, gone, shares }) => ({ rest, ships: cut(gone, shares).filter((units) => units > 0), gone }));

const inAnyOrder = <T>(values: readonly T[]) =>
  fc.shuffledSubarray([...values], { minLength: values.length, maxLength: values.length });

describe('the sums', () => {
  it('balance: ordered and over are shipped, to come and lost; nothing is below zero', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        for (const part of sumParts(records).parts) {
          const of = (name: (typeof figureNames)[number]) => new Big(part[name]);
          const left = of('ordered').plus(of('over'));
          const right = of('shipped').plus(of('toCome')).plus(of('lost'));
          expect(left.toFixed()).toBe(right.toFixed());
          expect(of('over').eq(0) || of('lost').eq(0)).toBe(true);
          for (const name of figureNames) expect(of(name).gte(0)).toBe(true);
        }
      }),
    );
  });

  it('do not depend on the order of the records, nor of their lines', () => {
    fc.assert(
      fc.property(
        anyRecords.chain((records) => fc.tuple(fc.constant(records), inAnyOrder(records))),
        ([records, shuffled]) => {
          const reversed = shuffled.map((one) => ({ ...one, items: one.items.toReversed() }));
          expect(figuresOf(reversed)).toEqual(figuresOf(records));
        },
      ),
    );
  });

  it('never exceed what the records list, nor ship what no record shipped', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        for (const { lines, ...part } of sumParts(records).parts) {
          const counted = lines.filter((line) => line.counted);
          const listed = (figure: 'quantity' | 'shipped') =>
            counted.reduce((sum, line) => sum.plus(line.item[figure]), new Big(0));
          expect(new Big(part.ordered).plus(part.quoted).lte(listed('quantity'))).toBe(true);
          expect(new Big(part.shipped).lte(listed('shipped'))).toBe(true);
        }
      }),
    );
  });

  it('stay as they are beside void records, records of an unknown kind, and charges', () => {
    const charges = [item('SHOPIFY-SHIPPING', 1, 1), item('SHOPIFY-DISCOUNT', 3, 0)];
    fc.assert(
      fc.property(anyRecords, fc.array(anyItem, { maxLength: 4 }), (records, items) => {
        const more = [
          ...records.map((one) => ({ ...one, items: [...one.items, ...charges] })),
          record('void', items),
          record('unheard of', items),
        ];
        const before = figuresOf(records);
        const after = figuresOf(more);
        for (const [key, figures] of Object.entries(after)) {
          expect(figures).toEqual(before[key] ?? figureNames.map(() => '0'));
        }
      }),
    );
  });

  it('stay as they are when a line is written as two', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const halved = records.map((one) => ({
          ...one,
          items: one.items.flatMap((line) => {
            const half = (text: string) => new Big(text).div(2).toFixed();
            const piece = { ...line, quantity: half(line.quantity), shipped: half(line.shipped) };
            return [piece, piece];
          }),
        }));
        expect(figuresOf(halved)).toEqual(figuresOf(records));
      }),
    );
  });
});

describe('an order that was shipped bit by bit', () => {
  const expectHistory = (part: PartSum | undefined, gone: number, rest: number) => {
    expect(part).toMatchObject({
      ordered: String(gone + rest),
      shipped: String(gone),
      toCome: String(rest),
      lost: '0',
      over: '0',
      doubts: [],
    });
  };
  const salesOrder = (rest: number) => (rest === 0 ? [] : [record('sales_order', [item('A', rest, 0)])]);

  it('comes out right, no unit twice, where each invoice lists what it shipped', () => {
    fc.assert(
      fc.property(history, ({ gone, ships, rest }) => {
        const invoices = ships.map((units) => record('invoice', [item('A', units, units)]));
        expectHistory(sumParts([...invoices, ...salesOrder(rest)]).parts[0], gone, rest);
      }),
    );
  });

  it('comes out right, no unit twice, where each invoice lists what was open before it', () => {
    fc.assert(
      fc.property(
        history.chain((one) => fc.tuple(fc.constant(one), fc.nat())),
        ([{ gone, ships, rest }, turn]) => {
          let open = gone + rest;
          const invoices = ships.map((units) => {
            const invoice = record('invoice', [item('A', open, units)]);
            open -= units;
            return invoice;
          });
          const at = turn % invoices.length;
          const turned = [...invoices.slice(at), ...invoices.slice(0, at)];
          expectHistory(sumParts([...turned, ...salesOrder(rest)]).parts[0], gone, rest);
        },
      ),
    );
  });
});
