import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOrder } from '../../../shared/outbox/check-order.ts';
import { sortedRows, totalsOf } from '../../../shared/outbox/day-totals.ts';
import { type SentStep, type SentSubmission, sentOrders } from '../../../shared/outbox/sent-order.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import { change, header, line, sent } from './sent.ts';

const at = '2026-06-15T18:00:00.000Z';
const quantity = fc.integer({ min: 1, max: 999_999 }).map((thousandths) => String(thousandths / 1_000));
const fields = fc.record({
  PART_CODE: fc.constantFrom('A', 'B', 'C'),
  QUANTITY: quantity,
  UNIT_PRICE: fc.constantFrom('1', '2.50', '10'),
});

/** What a desk does to one order in a day: lines in several submissions, some changed again. */
interface Day {
  readonly submissions: readonly SentSubmission[];
  /** By line number: what the order must have in the end. */
  readonly expected: ReadonlyMap<string, PimsFields>;
}

const day: fc.Arbitrary<Day> = fc
  .array(
    fc.record({
      added: fc.array(fields, { maxLength: 4 }),
      changed: fc.array(fc.record({ which: fc.nat(), quantity }), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => {
    const expected = new Map<string, PimsFields>();
    const submissions = parts.map(({ added, changed }, index) => {
      const numbers = [...expected.keys()];
      const changes = changed.flatMap(({ which, quantity: QUANTITY }): SentStep[] => {
        const number = numbers[which % Math.max(1, numbers.length)];
        if (number === undefined) return [];
        expected.set(number, { ...expected.get(number), QUANTITY });
        return [change(number, { QUANTITY })];
      });
      const lines = added.map((request) => {
        const number = String(expected.size + 1);
        expected.set(number, request);
        return line(number, request);
      });
      const steps = [...(index === 0 ? [header()] : []), ...changes, ...lines];
      return sent({ id: `s${index}`, isAddition: index > 0, steps });
    });
    return { submissions, expected };
  });

/** The order as PIMS would show it: numbers written in its own way, in its own order, with lines of others. */
const shown = (expected: Day['expected']) =>
  fc
    .tuple(
      fc.shuffledSubarray([...expected], { minLength: expected.size }),
      fc.array(fields, { maxLength: 3 }),
      fc.constantFrom('', '00'),
    )
    .map(([ours, theirs, zeros]) => [
      ...ours.map(([LINE_NUMBER, record]) => ({
        ...record,
        LINE_NUMBER,
        QUANTITY: written(record.QUANTITY ?? '', zeros),
        NUMBER_SHIPPED: '0',
      })),
      ...theirs.map((record, index) => ({ ...record, LINE_NUMBER: String(1_000 + index) })),
    ]);

function written(number: string, zeros: string): string {
  return zeros === '' ? number : `${number}${number.includes('.') ? '' : '.'}${zeros}`;
}

function check(submissions: readonly SentSubmission[], lines: readonly PimsFields[]) {
  const [order, ...more] = sentOrders(submissions);
  if (order === undefined || more.length > 0) throw new Error('One order, please.');
  return checkOrder(order, { kind: 'order', fields: { CUSTOMER_CODE: 'm-1000' }, lines, at });
}

describe('the check of a day', () => {
  it('finds the same whatever was sent and is unchanged', () => {
    const withPims = day.chain((one) => shown(one.expected).map((lines) => ({ ...one, lines })));
    fc.assert(
      fc.property(withPims, ({ submissions, expected, lines }) => {
        const row = check(submissions, lines);
        expect(row).toMatchObject({
          verdict: 'same',
          differences: [],
          lines: expected.size,
          linesInPims: expected.size,
          furtherLines: lines.length - expected.size,
        });
        expect(row.unitsInPims).toBe(row.units);
      }),
    );
  });

  it('finds every line that is dropped, and only that one', () => {
    const withPims = day
      .filter(({ expected }) => expected.size > 0)
      .chain((one) =>
        fc
          .tuple(shown(one.expected), fc.constantFrom(...one.expected.keys()))
          .map(([lines, dropped]) => ({ ...one, lines, dropped })),
      );
    fc.assert(
      fc.property(withPims, ({ submissions, lines, dropped, expected }) => {
        const row = check(
          submissions,
          lines.filter(({ LINE_NUMBER }) => LINE_NUMBER !== dropped),
        );
        expect(row.verdict).toBe('differs');
        expect(row.differences.map(({ kind, line: number }) => [kind, number])).toEqual([
          ['line-missing', dropped],
        ]);
        expect(row.linesInPims).toBe(expected.size - 1);
      }),
    );
  });

  it('finds every quantity that is another, and says both', () => {
    const withPims = day
      .filter(({ expected }) => expected.size > 0)
      .chain((one) =>
        fc
          .tuple(shown(one.expected), fc.constantFrom(...one.expected.keys()))
          .map(([lines, changed]) => ({ ...one, lines, changed })),
      );
    fc.assert(
      fc.property(withPims, ({ submissions, lines, changed, expected }) => {
        const row = check(
          submissions,
          lines.map((one) => (one.LINE_NUMBER === changed ? { ...one, QUANTITY: '1000000' } : one)),
        );
        expect(row).toMatchObject({
          verdict: 'differs',
          differences: [
            {
              kind: 'field',
              line: changed,
              field: 'QUANTITY',
              sent: expected.get(changed)?.QUANTITY,
              has: '1000000',
            },
          ],
        });
      }),
    );
  });

  it('puts differences first and adds everything up exactly', () => {
    const days = fc.array(fc.tuple(day, fc.constantFrom('same', 'missing', 'not-asked')), { maxLength: 6 });
    fc.assert(
      fc.property(days, (orders) => {
        const submissions = orders.flatMap(([one], at_) =>
          one.submissions.map((s) =>
            sent({
              id: `${at_}-${s.submission.id}`,
              orderNumber: String(at_ + 1),
              steps: s.steps,
            }),
          ),
        );
        const rows = sentOrders(submissions).map((order) => {
          const [one, fate] = orders[Number(order.orderNumber) - 1] ?? [];
          if (fate === 'missing') return checkOrder(order, { kind: 'missing', at });
          if (one === undefined || fate === 'not-asked')
            return checkOrder(order, { kind: 'not-asked', why: '' });
          const lines = [...one.expected].map(([LINE_NUMBER, record]) => ({ ...record, LINE_NUMBER }));
          return checkOrder(order, { kind: 'order', fields: {}, lines, at });
        });
        expect(rows).toHaveLength(orders.length);
        const totals = totalsOf(rows);
        expect(totals.orders).toBe(orders.length);
        const quantities = orders.flatMap(([one]) =>
          [...one.expected.values()].map(({ QUANTITY }) => QUANTITY ?? ''),
        );
        const thousandths = quantities.reduce((sum, text) => sum + Math.round(Number(text) * 1_000), 0);
        expect(Math.round(Number(totals.units) * 1_000)).toBe(thousandths);
        expect(totals.units).toMatch(/^\d+(\.\d{1,3})?$/);
        const ranks = sortedRows(rows).map(({ verdict }) =>
          ['missing', 'not-checked', 'same'].indexOf(verdict),
        );
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }),
    );
  });
});
