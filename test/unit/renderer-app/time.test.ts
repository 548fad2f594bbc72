import { describe, expect, it } from 'vitest';
import { absoluteTime, relativeTime } from '../../../renderer/ui/time.ts';

const now = Date.parse('2025-11-21T10:00:00.000Z');
const ago = (ms: number): string => new Date(now - ms).toISOString();
const written = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'short' });

describe('relativeTime', () => {
  it.each([
    [20_000, -20, 'second'],
    [5 * 60_000, -5, 'minute'],
    [3 * 3_600_000, -3, 'hour'],
    [2 * 86_400_000, -2, 'day'],
    [-40_000, 40, 'second'],
  ] as const)('tells %d ms ago in the largest fitting unit', (distance, amount, unit) => {
    expect(relativeTime(ago(distance), now)).toBe(written.format(amount, unit));
  });

  it('gives the date from a week on', () => {
    const iso = ago(8 * 86_400_000);
    expect(relativeTime(iso, now)).toBe(absoluteTime(iso));
  });

  it('shows what is no time as it is', () => {
    expect(relativeTime('soon', now)).toBe('soon');
    expect(absoluteTime('')).toBe('');
  });
});
