import { type ScanSettings, scanLimits, usualScanSettings } from './scan-settings.ts';

/** When the keys of a test scan were pressed, in milliseconds from any start. */
export interface TestKeys {
  /** Of each character. */
  readonly charactersMs: readonly number[];
  /** Of the Enter or Tab that ended it; null when there was none. */
  readonly endMs: number | null;
}

type Timing = Pick<ScanSettings, 'maxGapMs' | 'minLength' | 'endAfterMs'>;

/** What the times of a test scan tell. `slowestMs` is the longest pause between two of its characters. */
export type LearntTiming =
  /** The present settings take the scanner in, and no more than they need to. */
  | { readonly kind: 'fits'; readonly slowestMs: number }
  | { readonly kind: 'proposal'; readonly slowestMs: number; readonly timing: Timing }
  /** A person's fingers are as fast. */
  | { readonly kind: 'too-slow'; readonly slowestMs: number }
  /** So few characters are typed as fast by chance. */
  | { readonly kind: 'too-short' };

/** Another scan of the same scanner may be slower: a wireless one, or one at a busy computer. */
const RESERVE = 1.5;
/** People keep 80 ms and more between most keys. */
const SLOWEST_SCANNER_MS = 80;
/** Fingers that roll over neighbouring keys reach a longer pause than this for some of them: codes have to be longer then. */
const CAREFUL_FROM_MS = 60;
const CAREFUL_LENGTH = 6;

/**
 * What the settings should be for a scanner, from a test scan as it came, prefix and suffix included. Never stricter than
 * usual on the pauses: a scanner that was quick once may be slower another time.
 */
export function learnTiming({ charactersMs, endMs }: TestKeys, settings: ScanSettings): LearntTiming {
  const count = charactersMs.length;
  if (count < scanLimits.minLength.least) return { kind: 'too-short' };
  const pauses = charactersMs.slice(1).map((at, index) => at - (charactersMs[index] ?? at));
  const slowestMs = Math.round(Math.max(...pauses));
  if (slowestMs > SLOWEST_SCANNER_MS) return { kind: 'too-slow', slowestMs };

  const maxGapMs = Math.max(usualScanSettings.maxGapMs, roundUp(slowestMs * RESERVE));
  const lastMs = charactersMs.at(-1) ?? 0;
  const endPauseMs = endMs === null ? 0 : endMs - lastMs;
  const endAfterMs = Math.min(
    scanLimits.endAfterMs.most,
    Math.max(usualScanSettings.endAfterMs, 2 * maxGapMs, roundUp(endPauseMs * RESERVE)),
  );
  const careful =
    maxGapMs > CAREFUL_FROM_MS ? Math.max(settings.minLength, CAREFUL_LENGTH) : settings.minLength;
  const minLength = Math.min(careful, count);
  const timing = { maxGapMs, minLength, endAfterMs };
  const fits =
    maxGapMs === settings.maxGapMs && minLength === settings.minLength && endAfterMs === settings.endAfterMs;
  return fits ? { kind: 'fits', slowestMs } : { kind: 'proposal', slowestMs, timing };
}

function roundUp(ms: number): number {
  return Math.ceil(ms / 5) * 5;
}
