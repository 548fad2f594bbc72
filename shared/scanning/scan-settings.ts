import { z } from 'zod';

/** Those of a scanner that nobody has set up. */
export const usualScanSettings = {
  maxGapMs: 35,
  minLength: 4,
  endAfterMs: 100,
  needsEndKey: false,
  prefix: '',
  suffix: '',
};

/** Between these a person may choose. */
export const scanLimits = {
  maxGapMs: { least: 5, most: 200 },
  minLength: { least: 3, most: 50 },
  endAfterMs: { least: 20, most: 1_000 },
} as const;

/**
 * How this desk's scanner types. Times are in milliseconds. Scanners type a key every 1 to 30 ms; people keep 80 ms and
 * more between most keys, and reach 40 ms only in short runs of neighbouring ones.
 */
const fields = {
  /** The longest pause between two keys of a scan. */
  maxGapMs: z.number().min(scanLimits.maxGapMs.least).max(scanLimits.maxGapMs.most),
  /** The shortest code, its prefix and suffix included, that counts as scanned. */
  minLength: z.number().int().min(scanLimits.minLength.least).max(scanLimits.minLength.most),
  /** So long after its last key a scan has ended where the scanner sends no Enter; Enter may come so late. */
  endAfterMs: z.number().min(scanLimits.endAfterMs.least).max(scanLimits.endAfterMs.most),
  /** The scanner always sends Enter or Tab: silence ends nothing. */
  needsEndKey: z.boolean(),
  /** What the scanner puts around every code, as `learnAffixes` finds it; taken off. */
  prefix: z.string().max(20),
  suffix: z.string().max(20),
};

/** All of them, as a person chose them. */
export const chosenScanSettingsSchema = z
  .strictObject(fields)
  .refine(endsAfterPauses, 'A scan would end within its own pauses.');

/** As they are remembered: what is absent is as usual. */
export const scanSettingsSchema = z
  .object({
    maxGapMs: fields.maxGapMs.default(usualScanSettings.maxGapMs),
    minLength: fields.minLength.default(usualScanSettings.minLength),
    endAfterMs: fields.endAfterMs.default(usualScanSettings.endAfterMs),
    needsEndKey: fields.needsEndKey.default(usualScanSettings.needsEndKey),
    prefix: fields.prefix.default(usualScanSettings.prefix),
    suffix: fields.suffix.default(usualScanSettings.suffix),
  })
  .refine(endsAfterPauses);
export type ScanSettings = z.infer<typeof scanSettingsSchema>;

/**
 * The settings with another longest pause. The silence that ends a scan is kept clear of it, and stays as it is where the scanner
 * needs it longer.
 */
export function withLongestPause(settings: ScanSettings, maxGapMs: number): ScanSettings {
  const isLearnt = settings.endAfterMs > clearOf(settings.maxGapMs);
  const endAfterMs = Math.max(clearOf(maxGapMs), isLearnt ? settings.endAfterMs : 0);
  return { ...settings, maxGapMs, endAfterMs };
}

function clearOf(maxGapMs: number): number {
  return Math.max(usualScanSettings.endAfterMs, 2 * maxGapMs);
}

function endsAfterPauses({
  maxGapMs,
  endAfterMs,
}: {
  readonly maxGapMs: number;
  readonly endAfterMs: number;
}) {
  return endAfterMs > maxGapMs;
}
