import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delayBeforeTry, pauseAfterRateLimit } from '../../../electron/outbox/sending/back-off.ts';

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the wait before another try', () => {
  it('begins at about a second, grows, and ends at about a minute', () => {
    expect(delayBeforeTry(0, 0.5)).toBe(1_000);
    expect(delayBeforeTry(6, 0.5)).toBe(60_000);
    expect(delayBeforeTry(1_000, 0.5)).toBe(60_000);
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect(delayBeforeTry(attempt + 1, 0.5)).toBeGreaterThanOrEqual(delayBeforeTry(attempt, 0.5));
    }
  });

  it('differs from desk to desk by a tenth at most', () => {
    fc.assert(
      fc.property(fc.nat(20), chance, (attempt, random) => {
        const middle = delayBeforeTry(attempt, 0.5);
        expect(Math.abs(delayBeforeTry(attempt, random) - middle)).toBeLessThanOrEqual(middle / 10);
      }),
    );
    expect(delayBeforeTry(3, 0)).toBeLessThan(delayBeforeTry(3, 0.99));
  });
});

describe('the pause that PIMS asks for', () => {
  it('is never shorter than it asked for', () => {
    fc.assert(
      fc.property(fc.nat(600_000), chance, (asked, random) => {
        expect(pauseAfterRateLimit(asked, random)).toBeGreaterThanOrEqual(asked);
      }),
    );
    expect(pauseAfterRateLimit(null, 0)).toBe(30_000);
  });
});
