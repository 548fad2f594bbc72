import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnTiming } from '../../../shared/scanning/learn-timing.ts';
import { noScan, pressKey } from '../../../shared/scanning/scan-detector.ts';
import {
  chosenScanSettingsSchema,
  type ScanSettings,
  usualScanSettings,
} from '../../../shared/scanning/scan-settings.ts';

/** Keys with these pauses between them, and one before the Enter. */
function keys(pauses: readonly number[], endPause: number | null = 5) {
  const charactersMs = [1_000];
  for (const pause of pauses) charactersMs.push((charactersMs.at(-1) ?? 0) + pause);
  return { charactersMs, endMs: endPause === null ? null : (charactersMs.at(-1) ?? 0) + endPause };
}
const learnt = (pauses: readonly number[], change: Partial<ScanSettings> = {}, endPause: number | null = 5) =>
  learnTiming(keys(pauses, endPause), { ...usualScanSettings, ...change });

describe('the times of a test scan', () => {
  it('leave the usual settings for a usual scanner', () => {
    expect(learnt([5, 5, 8, 5, 5, 5, 5])).toEqual({ kind: 'fits', slowestMs: 8 });
    expect(learnt([5, 5, 5], {}, null)).toEqual({ kind: 'fits', slowestMs: 5 });
  });

  it('propose longer pauses for a slow one, and longer codes where fingers come near', () => {
    expect(learnt([20, 38, 20, 20, 20, 20])).toEqual({
      kind: 'proposal',
      slowestMs: 38,
      timing: { maxGapMs: 60, minLength: 4, endAfterMs: 120 },
    });
    expect(learnt([20, 70, 20, 20, 20, 20])).toMatchObject({
      timing: { maxGapMs: 105, minLength: 6, endAfterMs: 210 },
    });
  });

  it('propose what the scan itself needs', () => {
    expect(learnt([5, 5])).toMatchObject({ kind: 'proposal', timing: { minLength: 3 } });
    expect(learnt([5, 5, 5, 5], { minLength: 12 })).toMatchObject({ timing: { minLength: 5 } });
    expect(learnt([5, 5, 5, 5], {}, 140)).toMatchObject({ timing: { endAfterMs: 210 } });
    expect(learnt([5, 5, 5, 5], { maxGapMs: 150, endAfterMs: 300 })).toMatchObject({
      timing: { maxGapMs: 35, endAfterMs: 100 },
    });
  });

  it('propose nothing for what may have been typed', () => {
    expect(learnt([120, 90, 200, 100])).toEqual({ kind: 'too-slow', slowestMs: 200 });
    expect(learnt([5])).toEqual({ kind: 'too-short' });
  });

  it('propose settings that are valid and that take the same scan for one', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(pauses, fc.integer({ min: 0, max: 600 }), (between, endPause) => {
        const timing = learnt(between, {}, endPause);
        const settings = { ...usualScanSettings, ...(timing.kind === 'proposal' && timing.timing) };
        expect(chosenScanSettingsSchema.parse(settings)).toEqual(settings);
        const { charactersMs, endMs } = keys(between, endPause);
        const pressed = [
          ...charactersMs.map((timeMs) => ({ key: '7', timeMs })),
          { key: 'Enter', timeMs: endMs ?? 0 },
        ];
        let state = noScan;
        const scans = pressed.flatMap((key) => {
          const step = pressKey(state, key, settings);
          state = step.state;
          return step.scan ?? [];
        });
        expect(scans).toMatchObject([{ raw: '7'.repeat(charactersMs.length), endedBy: 'key' }]);
      }),
    );
  });
});
