import { describe, expect, it } from 'vitest';
import { beginWords, wordsOf } from '../../../shared/search/words.ts';

describe('words', () => {
  it('are in small letters, without accents and signs', () => {
    expect(wordsOf(' Café-Crème, 14"  (x)')).toEqual(['cafe', 'creme', '14', 'x']);
    expect(wordsOf(' - ')).toEqual([]);
  });

  it('are begun by what is typed of all of them', () => {
    expect(beginWords(['ca', '1'], ['cafe', '14'])).toBe(true);
    expect(beginWords(['ca', '4'], ['cafe', '14'])).toBe(false);
    expect(beginWords([], ['cafe'])).toBe(false);
  });
});
