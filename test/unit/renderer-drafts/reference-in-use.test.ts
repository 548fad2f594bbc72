import { expect, it } from 'vitest';
import { readReferenceInUse, whereInUse } from '../../../renderer/drafts/reference-in-use.ts';

it('reads where a reference is in use, and nothing out of other refusals', () => {
  const details = { reason: 'duplicate-reference', reference: 'R-1', orders: '7, 8', drafts: 1 };
  const inUse = readReferenceInUse({ details });
  expect(inUse).toEqual({ reference: 'R-1', orders: ['7', '8'], drafts: 1 });
  expect(readReferenceInUse({ details: { reference: 'R-1' } })).toBeNull();
});

it.each([
  [{ orders: ['7'], drafts: 0 }, 'in PIMS as order 7'],
  [{ orders: ['7', '8'], drafts: 2 }, 'in PIMS as 2 orders and in 2 other drafts'],
  [{ orders: [], drafts: 1 }, 'in another draft'],
  [{ orders: [], drafts: 0 }, 'in PIMS'],
])('says of %j: %s', (where, words) => {
  expect(whereInUse({ reference: 'R-1', ...where })).toBe(words);
});
