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

/**
 * How this desk's scanner types. Times are in milliseconds. Scanners type a key every 1 to 30 ms; people keep 80 ms and
 * more between most keys, and reach 40 ms only in short runs of neighbouring ones.
 */
const fields = {
  /** The longest pause between two keys of a scan. */
  maxGapMs: z.number().min(5).max(200),
  /** The shortest code, its prefix and suffix included, that counts as scanned. */
  minLength: z.number().int().min(3).max(50),
  /** So long after its last key a scan has ended where the scanner sends no Enter; Enter may come so late. */
  endAfterMs: z.number().min(20).max(1_000),
  /** The scanner always sends Enter or Tab: silence ends nothing. */
  needsEndKey: z.boolean(),
  /** What the scanner puts around every code, as `learnAffixes` finds it; taken off. */
  prefix: z.string().max(20),
  suffix: z.string().max(20),
};

/** All of them, as a person chose them. */
export const chosenScanSettingsSchema = z.strictObject(fields);

/** As they are remembered: what is absent is as usual. */
export const scanSettingsSchema = z.object({
  maxGapMs: fields.maxGapMs.default(usualScanSettings.maxGapMs),
  minLength: fields.minLength.default(usualScanSettings.minLength),
  endAfterMs: fields.endAfterMs.default(usualScanSettings.endAfterMs),
  needsEndKey: fields.needsEndKey.default(usualScanSettings.needsEndKey),
  prefix: fields.prefix.default(usualScanSettings.prefix),
  suffix: fields.suffix.default(usualScanSettings.suffix),
});
export type ScanSettings = z.infer<typeof scanSettingsSchema>;
