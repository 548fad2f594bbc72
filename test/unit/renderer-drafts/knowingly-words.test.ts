import { expect, it } from 'vitest';
import { confirmableOf, type Doubts, knowinglyWords } from '../../../renderer/drafts/knowingly-words.ts';
import type { Shortage } from '../../../renderer/drafts/lines/shortages.ts';
import type { DraftProblem } from '../../../shared/drafts/validate-draft.ts';

const problem = (confirmable: DraftProblem['confirmable']): DraftProblem => ({
  place: { kind: 'lines' },
  message: 'x',
  confirmable,
});

it('what can be confirmed is asked only when nothing else is wrong', () => {
  expect(confirmableOf([])).toEqual([]);
  expect(confirmableOf([problem('no-customer'), problem('no-lines')])).toEqual(['no-customer', 'no-lines']);
  expect(confirmableOf([problem('no-customer'), problem(null)])).toBeNull();
});

const start = Date.parse('2026-11-25T09:00:00.000Z');
const shortage = (code: string, lines = 1): Shortage => ({
  part: {
    ...{ code, description: null, barcode: null, onHand: null },
    ...{ available: '12.00', readAt: new Date(start).toISOString() },
  },
  wanted: { quantity: '18', lines },
  lineIndex: 0,
});
const words = (doubts: Partial<Doubts>) =>
  knowinglyWords({ confirmed: [], shortages: [], openScans: 0, ...doubts }, start);

it('asks nothing where nothing is in doubt', () => {
  expect(words({})).toBeNull();
});

it('asks about everything in one question', () => {
  expect(words({ confirmed: ['no-customer'] })?.title).toBe('Submit without a customer?');
  expect(words({ confirmed: ['no-lines'] })?.title).toBe('Submit without lines?');
  expect(words({ confirmed: ['no-customer', 'no-lines'] })?.title).toBe(
    'Submit without a customer and without lines?',
  );
  expect(words({ openScans: 2 })?.title).toBe('Submit without 2 scanned codes?');
  const all = words({ confirmed: ['no-customer'], openScans: 1, shortages: [shortage('A')] });
  expect(all).toMatchObject({ title: 'Submit it as it is?', cancel: 'Enter the customer' });
  expect(all?.texts).toHaveLength(3);
});

it('names the parts of which there are too few, and counts those beyond a handful', () => {
  expect(words({ shortages: [shortage('A', 3)] })).toMatchObject({
    title: 'Submit more than there is?',
    items: [expect.stringMatching(/^A: 18 in 3 lines is more than there is: 12 available, /)],
    cancel: 'Look at the lines',
  });
  const codes = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
  expect(words({ shortages: codes.map((code) => shortage(code)) })?.items.slice(5)).toEqual([
    expect.stringMatching(/^F: /),
    'and 2 more parts',
  ]);
});
