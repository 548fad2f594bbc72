import { expect, it } from 'vitest';
import { submissionStates } from '../../../shared/outbox/submission.ts';
import { countTurns, isOpen, needsPerson } from '../../../shared/outbox/whose-turn.ts';

it('tells what is finished and what waits for a person', () => {
  expect(submissionStates.filter((state) => !isOpen({ state }))).toEqual(['sent', 'withdrawn']);
  expect(submissionStates.filter((state) => needsPerson({ state }))).toEqual(['held', 'needs-attention']);
});

it('counts what is open, each once', () => {
  expect(countTurns([])).toEqual({ waiting: 0, needsYou: 0 });
  expect(countTurns(submissionStates.map((state) => ({ state, count: 2 })))).toEqual({
    waiting: 14,
    needsYou: 4,
  });
});
