import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ColumnKind, columnKind, compareValues } from '../../../shared/orders/compare-values.ts';

const sorted = (kind: ColumnKind, values: readonly string[]) =>
  values.toSorted((a, b) => compareValues(kind, a, b));

describe('columnKind', () => {
  it.each<[ColumnKind, string[]]>([
    ['number', ['5', '', '-12.50', '1,234.00']],
    ['date', ['05/15/2026', '1/2/2026', '12/31/2025 14:05']],
    ['text', ['54321', 'INV5001']],
    ['text', ['05/15/2026', '5']],
    ['text', ['', '  ']],
    ['text', ['1,23', '2']],
  ])('takes a column for %s: %j', (kind, values) => {
    expect(columnKind(values)).toBe(kind);
  });
});

describe('compareValues', () => {
  it('sorts numbers by their value, not by their digits', () => {
    expect(sorted('number', ['10', '9', '-3', '1,000', '9.5'])).toEqual(['-3', '9', '9.5', '10', '1,000']);
  });

  it('tells numbers apart that a float takes for equal', () => {
    expect(sorted('number', ['9007199254740993', '9007199254740992'])).toEqual([
      '9007199254740992',
      '9007199254740993',
    ]);
  });

  it('sorts dates by the calendar', () => {
    expect(sorted('date', ['12/31/2025', '01/02/2026', '2/1/2026', '02/01/2026 08:30'])).toEqual([
      '12/31/2025',
      '01/02/2026',
      '2/1/2026',
      '02/01/2026 08:30',
    ]);
  });

  it('sorts text with the numbers in it read as numbers, capitals beside small letters', () => {
    expect(sorted('text', ['INV100', 'beta', 'INV99', 'Alpha', 'Beta'])).toEqual([
      'Alpha',
      'Beta',
      'beta',
      'INV99',
      'INV100',
    ]);
  });

  const number = fc.oneof(
    fc.integer().map(String),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((value) => value.toFixed(2)),
  );
  const day = fc
    .tuple(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 1990, max: 2040 }),
    )
    .map(
      ([month, date, year]) => `${String(month).padStart(2, '0')}/${String(date).padStart(2, '0')}/${year}`,
    );

  it.each<[ColumnKind, fc.Arbitrary<string>]>([
    ['number', number],
    ['date', day],
    ['text', fc.string()],
  ])('gives one order for all %s values, whatever order they come in', (kind, value) => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (values, dice) => {
        const shuffled = values
          .map((one) => ({ one, at: dice.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(sorted(kind, shuffled)).toEqual(sorted(kind, values));
      }),
    );
  });

  it('agrees with the calendar for every two days', () => {
    const time = (text: string) => {
      const [month = 0, date = 0, year = 0] = text.split('/').map(Number);
      return Date.UTC(year, month - 1, date);
    };
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(Math.sign(compareValues('date', a, b))).toBe(Math.sign(time(a) - time(b)));
      }),
    );
  });
});
