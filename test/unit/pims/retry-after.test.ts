import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readRetryAfter } from '../../../electron/pims/retry-after.ts';

const now = Date.parse('2026-05-15T12:00:00Z');

it.each([
  ['30', null, 30_000],
  ['1.5', null, 1_500],
  ['0', null, 1_000],
  ['999999', null, 3_600_000],
  ['Fri, 15 May 2026 12:02:00 GMT', null, 120_000],
  // A desk whose clock is an hour behind waits as long as the server means.
  ['Fri, 15 May 2026 13:02:00 GMT', 'Fri, 15 May 2026 13:00:00 GMT', 120_000],
  ['Fri, 15 May 2026 11:00:00 GMT', null, 1_000],
  [null, null, 60_000],
  ['', null, 60_000],
  ['soon', null, 60_000],
  ['-5', null, 1_000],
])('%s (served %s) waits %i ms', (header, date, waitMs) => {
  expect(readRetryAfter(header, date, now)).toBe(waitMs);
});

it('is always within bounds', () => {
  fc.assert(
    fc.property(fc.option(fc.string()), fc.option(fc.string()), (header, date) => {
      const wait = readRetryAfter(header, date, now);
      expect(Number.isInteger(wait)).toBe(true);
      expect(wait).toBeGreaterThanOrEqual(1_000);
      expect(wait).toBeLessThanOrEqual(3_600_000);
    }),
  );
});
