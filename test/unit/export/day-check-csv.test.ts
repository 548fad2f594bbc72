import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { dayCheckCsv, dayCheckFileName } from '../../../electron/export/day-check-csv.ts';
import { checkOrder } from '../../../shared/outbox/check-order.ts';
import { sentOrders } from '../../../shared/outbox/sent-order.ts';
import { header, line, sent } from '../day-check/sent.ts';

const at = '2026-06-15T18:00:00.000Z';

function rowsOf(count: number) {
  const steps = Array.from({ length: count }, (_, index) =>
    line(String(index + 1), { PART_CODE: `=PART-${index + 1}`, QUANTITY: '1000.5' }),
  );
  const orders = sentOrders([sent({ steps: [header(), ...steps] })]);
  return orders.map((order) => checkOrder(order, { kind: 'order', fields: {}, lines: [], at }));
}

function read(csv: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true }).data;
}

describe('a day check as CSV', () => {
  it('has a row per order, with plain numbers and every difference in words', () => {
    expect(read(dayCheckCsv({ rows: rowsOf(2) }))).toMatchObject([
      {
        Result: 'Differs',
        Reference: 'R-draft-one',
        'PIMS order': '1001',
        'Lines submitted': '2',
        'Lines in PIMS': '0',
        'Units submitted': '2001',
        'Units in PIMS': '0',
        Differences: '2',
        'What differs':
          'Line 1 (=PART-1 × 1000.5) is not in PIMS any more. Line 2 (=PART-2 × 1000.5) is not in PIMS any more.',
      },
    ]);
  });

  it('says of what was not asked that it was not asked', () => {
    const [order] = sentOrders([sent({ steps: [header()] })]);
    if (order === undefined) throw new Error('There is an order.');
    const rows = [checkOrder(order, { kind: 'not-asked', why: 'PIMS was not asked.' })];
    expect(read(dayCheckCsv({ rows }))).toMatchObject([
      { Result: 'Not checked', 'Lines in PIMS': 'not asked', Remark: 'PIMS was not asked.', Checked: '' },
    ]);
  });

  it('keeps a cell within what a spreadsheet takes, and says how much is left out', () => {
    const [row] = read(dayCheckCsv({ rows: rowsOf(2_000) }));
    const text = row?.['What differs'] ?? '';
    expect(text.length).toBeLessThan(32_767);
    const shown = text.match(/is not in PIMS any more\./g)?.length ?? 0;
    expect(text.endsWith(` And ${2_000 - shown} more.`)).toBe(true);
  });

  it('makes a reference harmless that a spreadsheet would run', () => {
    const [row] = rowsOf(1);
    if (row === undefined) throw new Error('There is a row.');
    expect(dayCheckCsv({ rows: [{ ...row, reference: '=1+1' }] })).toContain("'=1+1");
  });

  it('is named after its days', () => {
    const local = (day: number) => new Date(2026, 5, day).toISOString();
    expect(dayCheckFileName({ from: local(15), until: local(16) })).toBe('day-check-2026-06-15.csv');
    expect(dayCheckFileName({ from: local(15), until: local(22) })).toBe(
      'day-check-2026-06-15-to-2026-06-21.csv',
    );
  });
});
