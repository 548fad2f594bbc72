import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOfMonth, daysOfMonth, monthSchema } from '../../../shared/usage/month.ts';
import { projectedRequests } from '../../../shared/usage/projection.ts';

const november = { month: '2026-11', countedFrom: '2026-01-01' };

describe('the projected month', () => {
  it.each([
    // Half of the month is over: as many again.
    [{ ...november, requests: 12_345, now: '2026-11-16T00:00:00.000Z' }, 24_690],
    // Counted since the 11th: 5 days with 500, 15 to come.
    [{ ...november, countedFrom: '2026-11-11', requests: 500, now: '2026-11-16T00:00:00.000Z' }, 2_000],
    [{ ...november, requests: 1, now: '2026-11-02T00:00:00.000Z' }, 30],
    // 1 and 4/13 for each day of the rest: rounded, not cut.
    [{ ...november, requests: 17, now: '2026-11-14T00:00:00.000Z' }, 39],
    [{ ...november, requests: 0, now: '2026-11-16T00:00:00.000Z' }, 0],
  ])('%j: %i', (soFar, projected) => {
    expect(projectedRequests(soFar)).toBe(projected);
  });

  it('is not known before a whole day was counted, nor outside of the month', () => {
    const at = (now: string, countedFrom = '2026-01-01') =>
      projectedRequests({ month: '2026-11', requests: 10, countedFrom, now });
    expect(at('2026-11-01T23:59:59.999Z')).toBeNull();
    expect(at('2026-11-02T00:00:00.000Z')).not.toBeNull();
    expect(at('2026-11-20T12:00:00.000Z', '2026-11-20')).toBeNull();
    expect(at('2026-12-01T00:00:00.000Z')).toBeNull();
    expect(at('2026-10-31T23:00:00.000Z')).toBeNull();
  });

  it('is never below what is counted, grows with it, and meets it at the end of the month', () => {
    const { begin, end } = boundsOfMonth('2026-11');
    fc.assert(
      fc.property(
        fc.nat(10_000_000),
        fc.integer({ min: begin + 86_400_000, max: end - 1 }),
        (requests, at) => {
          const now = new Date(at).toISOString();
          const projected = projectedRequests({ ...november, requests, now }) ?? -1;
          expect(projected).toBeGreaterThanOrEqual(requests);
          expect(projectedRequests({ ...november, requests: requests + 1, now })).toBeGreaterThan(projected);
          expect(projectedRequests({ ...november, requests, now: new Date(end - 1).toISOString() })).toBe(
            requests,
          );
        },
      ),
    );
  });
});

describe('a month', () => {
  it.each([
    ['2026-02', 28],
    ['2028-02', 29],
    ['2026-11', 30],
    ['2026-12', 31],
  ])('%s has %i days', (month, count) => {
    const days = daysOfMonth(month);
    expect(days).toHaveLength(count);
    expect(days[0]).toBe(`${month}-01`);
    expect(days.at(-1)).toBe(`${month}-${count}`);
  });

  it.each(['2026-13', '2026-00', '2026-1', '2026-11-01', "2026-11' OR 1"])('%s is none', (text) => {
    expect(monthSchema.safeParse(text).success).toBe(false);
  });
});
