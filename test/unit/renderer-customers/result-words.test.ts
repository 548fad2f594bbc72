import { describe, expect, it } from 'vitest';
import { customerResultWords } from '../../../renderer/customers/result-words.ts';
import type { SearchStanding } from '../../../renderer/look-up/record-search.ts';

describe('the words below the customers', () => {
  it.each<[number, SearchStanding, boolean, string]>([
    [12, { kind: 'known' }, true, 'The 12 customers that PIMS has shown last.'],
    [1, { kind: 'known' }, false, '1 customer that PIMS has shown before.'],
    [2, { kind: 'searching' }, false, '2 customers that PIMS has shown before. Asking PIMS…'],
    [1_200, { kind: 'answered', cut: false }, false, '1,200 customers in PIMS.'],
    [
      200,
      { kind: 'answered', cut: true },
      false,
      'The first 200 customers. PIMS has more: type more of the name.',
    ],
    [
      2,
      { kind: 'unreachable' },
      false,
      '2 customers. PIMS can’t be reached; these are customers that it has shown before.',
    ],
  ])('%i, %j', (count, standing, isLatest, words) => {
    expect(customerResultWords(count, standing, isLatest)).toBe(words);
  });
});
