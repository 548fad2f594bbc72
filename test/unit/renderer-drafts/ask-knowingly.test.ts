import { expect, it } from 'vitest';
import { confirmableOf, knowinglyWords } from '../../../renderer/drafts/ask-knowingly.ts';
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

it('asks about both in one question', () => {
  expect(knowinglyWords(['no-customer']).title).toBe('Submit without a customer?');
  expect(knowinglyWords(['no-lines']).title).toBe('Submit without lines?');
  expect(knowinglyWords(['no-customer', 'no-lines']).title).toBe(
    'Submit without a customer and without lines?',
  );
});
