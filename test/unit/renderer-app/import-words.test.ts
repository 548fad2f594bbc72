import { expect, it } from 'vitest';
import { importWords } from '../../../renderer/settings/import-words.ts';

it('says of an imported file what became of each of its rows', () => {
  const problems = [{ row: 3, problem: 'No part code.' }];
  expect(importWords({ rows: 12, added: 9, changed: 1, same: 1, problems })).toBe(
    '12 rows: 9 added, 1 changed, 1 already there, 1 left out.',
  );
  expect(importWords({ rows: 1, added: 1, changed: 0, same: 0, problems: [] })).toBe('1 row: 1 added.');
  expect(importWords({ rows: 0, added: 0, changed: 0, same: 0, problems: [] })).toBe('0 rows.');
});
