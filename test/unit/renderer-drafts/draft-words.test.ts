import { describe, expect, it } from 'vitest';
import { additionWords, draftCountWords, draftName } from '../../../renderer/drafts/draft-words.ts';
import { connectionIdSchema, draftIdSchema, orderNumberSchema } from '../../../shared/ids.ts';

describe('what a draft for an order brings', () => {
  it.each([
    [3, 2, '3 new lines, 2 changes'],
    [1, 1, '1 new line, 1 change'],
    [0, 1, '1 change'],
    [2, 0, '2 new lines'],
    [0, 0, 'nothing yet'],
  ])('%i and %i', (lines, changes, words) => {
    expect(additionWords(lines, changes)).toBe(words);
  });

  it('names it in the list', () => {
    const draft = {
      id: draftIdSchema.parse('d'),
      connectionId: connectionIdSchema.parse('c'),
      state: 'open' as const,
      reference: 'R-1',
      ownReference: 'K7-3MXD-94RT',
      customerCode: 'ACME',
      billingName: '',
      lineCount: 3,
      changeCount: 2,
      target: orderNumberSchema.parse('54321'),
      createdAt: '',
      updatedAt: '',
    };
    expect(draftName(draft)).toBe('Order 54321: 3 new lines, 2 changes');
    expect(draftName({ ...draft, target: null })).toBe('R-1');
    expect(draftName({ ...draft, target: null, reference: '' })).toBe('K7-3MXD-94RT');
  });
});

it('says what was looked for, and how much of all has it', () => {
  expect(draftCountWords(17, 17, '')).toBe('17 drafts');
  expect(draftCountWords(1, 1, ' ')).toBe('1 draft');
  expect(draftCountWords(17, 2, ' bolt')).toBe('2 of 17 drafts have “bolt”');
  expect(draftCountWords(1, 1, 'bolt')).toBe('1 of 1 draft has “bolt”');
});
