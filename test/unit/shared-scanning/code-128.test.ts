import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { code128 } from '../../../shared/scanning/code-128.ts';

/** The six widths of each character, the start and the check included, without the stop. */
const symbolsOf = (text: string): string[] =>
  (code128(text).slice(0, -7).join('').match(/.{6}/g) ?? []).map(String);

describe('code128', () => {
  // As another implementation (bwip-js) has them.
  it.each([
    ['OD-QTY-20', '2112141331211123131221322113312133113121131221322232111231221141312331112'],
    ['OD-UNDO', '2112141331211123131221322131311133211123131331211221322331112'],
    ['OD-NEXT', '2112141331211123131221321133211321133311212133111141132331112'],
    ['OD-DELETE', '2112141331211123131221321123131321131321311321132133111321132212132331112'],
    ['OD-QTY-2.5', '2112141331211123131221322113312133113121131221322232111222312132124112122331112'],
    ['OD-QTY-100', '2112141331211123131221322113312133113121131221321232211231221231221133212331112'],
    ['Aa ~!{}', '2112141113231211242122221311412221224121211113411311412331112'],
  ])('%s', (text, widths) => {
    expect(code128(text).join('')).toBe(widths);
  });

  it('gives every character a symbol of its own that checks itself', () => {
    const ascii = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at));
    const symbols = ascii.map((character) => symbolsOf(character)[1] ?? '');
    expect(new Set(symbols).size).toBe(95);
    for (const symbol of symbols) {
      const widths = [...symbol].map(Number);
      const bars = widths.filter((_, at) => at % 2 === 0).reduce((sum, width) => sum + width, 0);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11);
      // ISO/IEC 15417: the bars of a symbol are an even number of modules, so that a scanner notices one that is misread.
      expect(bars % 2).toBe(0);
    }
  });

  it('can be read back, and notices two characters that changed places', () => {
    const printable = fc.stringMatching(/^[ -~]{1,24}$/);
    const characterOf = new Map(
      Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).map((one) => [
        symbolsOf(one)[1],
        one,
      ]),
    );
    fc.assert(
      fc.property(printable, (text) => {
        const read = symbolsOf(text)
          .slice(1, -1)
          .map((symbol) => characterOf.get(symbol));
        expect(read.join('')).toBe(text);
      }),
    );
    expect(symbolsOf('AB').at(-1)).not.toBe(symbolsOf('BA').at(-1));
  });

  it('refuses what it has no symbol for', () => {
    expect(() => code128('Größe')).toThrow(RangeError);
    expect(() => code128('a\u001db')).toThrow(RangeError);
  });
});
