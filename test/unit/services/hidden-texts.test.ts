import { describe, expect, it } from 'vitest';
import { createHiddenTexts, HIDDEN } from '../../../electron/hidden-texts.ts';

function hiding(...secrets: string[]) {
  const { hide, clean } = createHiddenTexts();
  for (const secret of secrets) hide(secret);
  return clean;
}

/** The least time that cleaning a text of so many secrets takes, for each of them. */
function timePerSecret(count: number): number {
  const codes = Array.from({ length: count }, (_, index) => `LC${String(index * 7_919).padStart(10, '0')}`);
  const clean = hiding(...codes);
  const texts = codes.map((code, index) => `Line ${index} of the order has ${code} by now.`);
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    for (const text of texts) clean(text);
    return performance.now() - start;
  });
  return Math.min(...times) / count;
}

describe('texts that are hidden', () => {
  it('are taken out wherever they stand, the longest first', () => {
    const clean = hiding('secret', 'secret-key', 'k/y?');
    expect(clean('secret-key')).toBe(HIDDEN);
    expect(clean('secretsecret-keys')).toBe(`${HIDDEN}${HIDDEN}s`);
    expect(clean(`a ${encodeURIComponent('k/y?')} b`)).toBe(`a ${HIDDEN} b`);
    expect(clean(`Basic ${Buffer.from('secret').toString('base64')}`)).toBe(`Basic ${HIDDEN}`);
    expect(clean('secre')).toBe('secre');
    expect(clean('')).toBe('');
  });

  it('that are too short to tell from others are left', () => {
    expect(hiding('abc')('abc abcd')).toBe('abc abcd');
  });

  it('may be thousands, such as the lock codes of a long order', () => {
    expect(timePerSecret(4_000)).toBeLessThan(8 * timePerSecret(200));
  });
});
