/*
 * Code 128 (ISO/IEC 15417) in its set B, which has the printable characters of ASCII: a table and a check sum. The libraries for
 * it draw many other symbols too (66 kB and more), or want an element of the page to draw into.
 */

/**
 * The bars and spaces of each value in turn, in modules, a bar first. Value 0 is the space, and so on through ASCII; 104
 * starts set B.
 */
const PATTERNS = `
212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222
123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321
232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121
313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224
111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111
111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113
114311 411113 411311 113141 114131 311141 411131 211412 211214 211232`
  .trim()
  .split(/\s+/);

const START_B = 104;
const STOP = '2331112';
const FIRST_CHARACTER = 0x20;

/** Modules of nothing that have to stand at either side. */
export const QUIET_ZONE = 10;

/**
 * The widths of the symbol of a text in modules: a bar, a space, a bar and so on, beginning and ending with a bar, without
 * the quiet zones.
 * @throws RangeError for a character outside ASCII 32 to 126
 */
export function code128(text: string): number[] {
  const values = [...text].map(valueFor);
  const check = values.reduce((sum, value, index) => sum + value * (index + 1), START_B) % 103;
  const patterns = [START_B, ...values, check].map((value) => PATTERNS[value] ?? '');
  return [...patterns.join(''), ...STOP].map(Number);
}

function valueFor(character: string): number {
  if (!/^[ -~]$/.test(character)) throw new RangeError(`Code 128 B has no “${character}”.`);
  return character.charCodeAt(0) - FIRST_CHARACTER;
}
