import { expect, it } from 'vitest';
import { preferencesSchema } from '../../../shared/preferences/preferences.ts';
import {
  chosenScanSettingsSchema,
  scanLimits,
  scanSettingsSchema,
  usualScanSettings,
  withLongestPause,
} from '../../../shared/scanning/scan-settings.ts';

it('the settings of a scanner fall back one by one on the usual ones', () => {
  expect(scanSettingsSchema.parse({})).toEqual(usualScanSettings);
  expect(scanSettingsSchema.parse({ prefix: '*' })).toEqual({ ...usualScanSettings, prefix: '*' });
});

it('a scan can’t be set to end within its own pauses', () => {
  const pauses = { ...usualScanSettings, maxGapMs: 150 };
  expect(chosenScanSettingsSchema.safeParse(pauses).success).toBe(false);
  expect(preferencesSchema.parse({ scanner: pauses }).scanner).toEqual(usualScanSettings);
  for (const maxGapMs of [scanLimits.maxGapMs.least, 35, 150, scanLimits.maxGapMs.most]) {
    const settings = withLongestPause(usualScanSettings, maxGapMs);
    expect(chosenScanSettingsSchema.parse(settings)).toMatchObject({ maxGapMs });
  }
  const back = withLongestPause(withLongestPause(usualScanSettings, 200), 35);
  expect(back).toEqual(usualScanSettings);
  // A scanner whose Enter comes late goes on to be waited for.
  expect(withLongestPause({ ...usualScanSettings, endAfterMs: 400 }, 50).endAfterMs).toBe(400);
});
