import { describe, expect, it } from 'vitest';
import {
  matchWords,
  missingFields,
  planWords,
  readWords,
} from '../../../renderer/import/columns-step/match-words.ts';
import {
  accountWords,
  creationWords,
  draftRemarks,
} from '../../../renderer/import/create-step/creation-words.ts';
import { returnedName } from '../../../renderer/import/create-step/save-returned.ts';
import { skippedWords } from '../../../renderer/import/file-step/file-words.ts';
import { standingOfImport } from '../../../renderer/import/history/import-words.ts';
import { withConstant } from '../../../renderer/import/session/mapping-edits.ts';
import { draftIdSchema } from '../../../shared/ids.ts';

describe('the words of the file', () => {
  it.each([
    [{ titles: 0, totals: 0, blank: 0 }, ''],
    [{ titles: 1, totals: 0, blank: 0 }, 'Left out: 1 line above the heading.'],
    [
      { titles: 2, totals: 1, blank: 3 },
      'Left out: 2 lines above the heading, 3 blank lines and 1 line of totals at the end.',
    ],
  ])('say what is no row: %j', (skipped, words) => {
    expect(skippedWords(skipped)).toBe(words);
  });
});

describe('the words of the columns', () => {
  const match = { column: 0, heading: 'SKU', samples: [] };
  it('say why a field was proposed, as long as it is the one', () => {
    const proposed = {
      ...match,
      match: { table: 'ORDER_LINEITEMS', field: 'PART_CODE', reason: 'values' },
    } as const;
    expect(matchWords(proposed, true)).toBe('a guess, by its values');
    expect(matchWords(proposed, false)).toBe('');
    expect(matchWords({ ...match, match: null }, true)).toBe('');
  });

  it('show what is read of a text where that is another', () => {
    const cell = { kind: 'number', reading: 'comma' } as const;
    const source = { kind: 'columns' as const, columns: [7], joiner: ' ' };
    const field = {
      table: 'ORDER_LINEITEMS',
      field: 'QUANTITY',
      source,
      cell,
      trim: true,
      whenBlank: '',
    } as const;
    expect(readWords(field, '1.234,5')).toBe('1.234,5 → 1234.5');
    expect(readWords(field, ' 12 ')).toBe(' 12 ');
    expect(readWords(field, 'zwei')).toBe('zwei → not readable so');
  });

  it('say where the mapping comes from, and what of it is not there', () => {
    expect(planWords({ from: 'proposed', missing: [] })).toBe('');
    expect(planWords({ from: 'Acme', missing: ['Colour'] })).toBe(
      'As saved under “Acme”. This file has no column Colour.',
    );
  });

  it('name required fields that nothing goes into; a description does for a part', () => {
    const nothing = { fields: [], groupBy: [] };
    expect(missingFields({ mapping: nothing })).toEqual(['PART_CODE', 'QUANTITY']);
    const described = withConstant(nothing, { table: 'ORDER_LINEITEMS', field: 'DESCRIPTION' }, 'Cleaning');
    expect(missingFields({ mapping: described })).toEqual(['QUANTITY']);
  });
});

describe('the words of what will be made', () => {
  const rows = { read: 8, created: 4, rejected: 3, leftOut: 1 };
  const plan = { drafts: [], draftCount: 3, lines: 1_204, rows, requests: 1_207, cost: '0.00' };
  it('say how many drafts, lines and requests, and what they cost', () => {
    expect(creationWords(plan, null)).toBe(
      '3 drafts with 1,204 lines. Sending takes 1,207 requests, within the month’s price.',
    );
    expect(creationWords({ ...plan, cost: '1.81' }, draftIdSchema.parse('d'))).toBe(
      '1,204 lines for the open draft. Sending takes 1,207 requests, which adds about $1.81 to this month’s bill.',
    );
  });

  it('account for every row', () => {
    expect(accountWords(rows)).toBe('8 rows read = 4 imported + 3 with problems + 1 left out');
  });

  it('tell of rows that disagree, and of those that come back', () => {
    const draft = { name: 'PO-1', header: {}, lines: 2 };
    const disagreement = { field: 'BNAME', first: 'Acme', value: 'Other', line: 7, count: 3 };
    expect(draftRemarks({ ...draft, disagreements: [disagreement], returnLines: [9, 12] })).toBe(
      'BNAME is “Acme” in its first row and “Other” in line 7 and 2 more; the first counts; comes back in line 9 and 1 more of the file, after another order',
    );
    expect(draftRemarks({ ...draft, disagreements: [], returnLines: [] })).toBe('');
  });

  it('name the file of what was not imported after the one that came', () => {
    expect(returnedName('orders.May.xlsx')).toBe('orders.May, not imported.csv');
    expect(returnedName('Pasted table')).toBe('Pasted table, not imported.csv');
  });
});

describe('what became of an import', () => {
  const record = { target: 'new-drafts', undoneAt: null } as const;
  it.each([
    [{ open: 2, queued: 1, sent: 3, removed: 0 }, '2 drafts, 1 in the outbox, 3 in PIMS'],
    [{ open: 0, queued: 0, sent: 0, removed: 4 }, '4 deleted'],
  ])('is counted: %j', (drafts, words) => {
    expect(standingOfImport({ ...record, drafts })).toBe(words);
    expect(standingOfImport({ ...record, drafts, undoneAt: '2026-05-15T10:00:00.000Z' })).toBe('undone');
  });
});
