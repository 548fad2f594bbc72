import { describe, expect, it } from 'vitest';
import { clashCount, reviewOf, reviewWords } from '../../../renderer/drafts/review/review.ts';
import { savingWords } from '../../../renderer/drafts/review/saving-words.ts';
import { orderNumberSchema } from '../../../shared/ids.ts';
import type { OrderLine } from '../../../shared/orders/order.ts';
import { lineId } from './arbitrary-edits.ts';

const base = { LINE_NUMBER: '3', PART_CODE: 'P-1', DESCRIPTION: 'Screen', QUANTITY: '5', DISCOUNT: '' };
const changes = [{ lineNumber: '3', base, fields: { QUANTITY: ' 8 ', DISCOUNT: '10' } }];
const lines = [
  { id: lineId('a'), fields: { PART_CODE: 'P-2', QUANTITY: '1', NO_TAX: 'Y', SERIAL_NUMBERS: ' ' } },
  { id: lineId('b'), fields: {} },
  { id: lineId('c'), fields: { DESCRIPTION: 'Cleaning', QUANTITY: '2' } },
];
const present = (fields: Record<string, string>): OrderLine[] => [
  { fields: { ...base, ...fields }, lock: { state: 'open' } },
];

describe('reviewOf', () => {
  it('shows each changed field before and after, and each new line that would be sent', () => {
    const review = reviewOf({ lines, changes }, null, null);
    expect(review.changes).toMatchObject([
      {
        lineNumber: '3',
        what: 'P-1 · Screen',
        fields: [
          { field: 'QUANTITY', before: '5', after: '8', now: null },
          { field: 'DISCOUNT', before: '', after: '10', now: null },
        ],
      },
    ]);
    expect(review.added).toEqual([
      { id: 'a', place: 1, part: 'P-2', description: '', quantity: '1', further: { NO_TAX: 'Y' } },
      { id: 'c', place: 3, part: '', description: 'Cleaning', quantity: '2', further: {} },
    ]);
    expect(reviewWords(review)).toBe('1 line changes in 2 fields, 2 new lines');
    expect(clashCount(review)).toBe(0);
  });

  it('says what somebody else has put into a changed field since', () => {
    const review = reviewOf({ lines: [], changes }, null, present({ QUANTITY: '7' }));
    expect(review.changes[0]?.fields[0]).toMatchObject({ before: '5', after: '8', now: '7' });
    expect(clashCount(review)).toBe(1);
  });

  it('takes the same number in another form, and what was typed too, for no news', () => {
    expect(clashCount(reviewOf({ lines: [], changes }, null, present({ QUANTITY: '5.00' })))).toBe(0);
    expect(clashCount(reviewOf({ lines: [], changes }, null, present({ QUANTITY: '8' })))).toBe(0);
  });

  it('leaves out new lines that PIMS has already', () => {
    const inPims = { orderNumber: orderNumberSchema.parse('54321'), lineIds: [lineId('a')] };
    const review = reviewOf({ lines, changes: [] }, inPims, null);
    expect(review.added.map(({ id }) => id)).toEqual(['c']);
    expect(reviewWords(review)).toBe('1 new line');
  });
});

describe('savingWords', () => {
  it.each([
    ['reachable', false, 'Only the fields listed here are sent'],
    ['unreachable', false, 'goes by itself as soon as PIMS answers'],
    ['unreachable', true, 'Sending is paused'],
  ] as const)('says what saving will do: %s, paused %s', (reach, isPaused, words) => {
    expect(savingWords({ reach, isPaused })).toContain(words);
  });
});
