import { expect, it } from 'vitest';
import { scanSettingsSchema, usualScanSettings } from '../../../shared/scanning/scan-settings.ts';

it('the settings of a scanner fall back one by one on the usual ones', () => {
  expect(scanSettingsSchema.parse({})).toEqual(usualScanSettings);
  expect(scanSettingsSchema.parse({ prefix: '*' })).toEqual({ ...usualScanSettings, prefix: '*' });
});
