import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  percentOfIncluded,
  type ToldWarning,
  warningLevel,
  warningToTell,
} from '../../../shared/usage/warnings.ts';

describe('the share of the included requests', () => {
  it.each([
    [0, 0, null],
    [39_999, 79, null],
    [40_000, 80, 80],
    [49_999, 99, 80],
    [50_000, 100, 100],
    [75_000, 150, 100],
  ])('%i of 50,000 are %i %%, level %s', (requests, percent, level) => {
    expect(percentOfIncluded(requests, 50_000)).toBe(percent);
    expect(warningLevel(requests, 50_000)).toBe(level);
  });

  it('never disagrees with the level', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000), fc.integer({ min: 1, max: 1_000_000 }), (requests, included) => {
        const percent = percentOfIncluded(requests, included);
        const expected = percent >= 100 ? 100 : percent >= 80 ? 80 : null;
        expect(warningLevel(requests, included)).toBe(expected);
      }),
    );
  });
});

describe('a warning', () => {
  it('is told once a month and level, however the requests come', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 60 }), (steps) => {
        let told: ToldWarning | undefined;
        let requests = 0;
        const levels: number[] = [];
        for (const step of steps) {
          requests += step;
          const level = warningToTell({ month: '2026-11', requests }, 1_000, told);
          if (level === null) continue;
          levels.push(level);
          told = { month: '2026-11', level };
        }
        expect(new Set(levels).size).toBe(levels.length);
        expect(levels).toEqual(levels.toSorted((one, other) => one - other));
        expect(levels.at(-1) ?? null).toBe(warningLevel(requests, 1_000));
      }),
    );
  });

  it('is told anew in the next month, and not again for a lower level', () => {
    const told = { month: '2026-11', level: 100 } as const;
    expect(warningToTell({ month: '2026-11', requests: 850 }, 1_000, told)).toBeNull();
    expect(warningToTell({ month: '2026-12', requests: 850 }, 1_000, told)).toBe(80);
  });
});
