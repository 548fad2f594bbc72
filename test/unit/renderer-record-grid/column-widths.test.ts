import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnNeed, shareWidth } from '../../../renderer/record-grid/column-widths.ts';

const needs = fc.uniqueArray(
  fc.record({
    field: fc.string({ minLength: 1 }),
    base: fc.integer({ min: 56, max: 300 }),
    needed: fc.integer({ min: 24, max: 480 }),
  }),
  { selector: ({ field }) => field, maxLength: 20 },
);

describe('the widths of columns', () => {
  it('are never less than each needs to be told apart, and never more together than there is, unless the grid scrolls', () => {
    fc.assert(
      fc.property(needs, fc.integer({ min: -500, max: 4_000 }), (columns, available) => {
        const shared = shareWidth(columns, available);
        const least = columns.reduce((total, { base }) => total + base, 0);
        const total = Object.values(shared).reduce((sum, width) => sum + width, 0);
        for (const { field, base } of columns) expect(shared[field]).toBeGreaterThanOrEqual(base);
        expect(total).toBeLessThanOrEqual(Math.max(least, available));
      }),
    );
  });

  it('show all of a long text before the others grow', () => {
    const name = columnNeed('BNAME', 'text', ['Bright Screen Phone & Tablet Repair']);
    const status = columnNeed('ORDER_STATUS', 'text', ['Open']);
    expect(name.needed).toBeGreaterThan(name.base);
    const shared = shareWidth([name, status], name.needed + status.base);
    expect(shared).toEqual({ BNAME: name.needed, ORDER_STATUS: status.base });
  });

  it('leave room at the right rather than tear a row apart', () => {
    const shared = shareWidth([{ field: 'ORDER_NUMBER', base: 120, needed: 60 }], 3_000);
    expect(shared.ORDER_NUMBER).toBeLessThan(300);
  });
});
