import type { Evidence } from '../../shared/outbox/evidence.ts';
import { type StepStanding, stepStateWords } from '../../shared/outbox/step-standing.ts';
import type { StepState } from '../../shared/outbox/submission.ts';
import type { RowState } from '../line-grid/line-grid-props.ts';

/** Where a line of a submitted draft stands on its way to PIMS, by its id or, for a change, by its number in PIMS. */
export type StepStates = ReadonlyMap<string, RowState>;

/**
 * Of each line by itself: a batch of which PIMS has a part shows which lines are in. `evidence` is what a person is
 * asked about; null when that is nothing.
 */
export function stepStates(steps: readonly StepStanding[], evidence: Evidence | null): StepStates {
  return new Map(
    steps.flatMap((step): [string, RowState][] => {
      const key = step.kind === 'update-line' ? step.lineNumber : step.draftLineId;
      return key === null ? [] : [[key, stateOf(step, evidence)]];
    }),
  );
}

function stateOf({ state, ordinal }: StepStanding, evidence: Evidence | null): RowState {
  const isAsked = evidence?.step?.ordinal === ordinal && state !== 'rejected';
  if (isAsked) return { words: 'Needs you', tone: 'bad' };
  return { words: stepStateWords(state), tone: toneOf(state) };
}

function toneOf(state: StepState): RowState['tone'] {
  switch (state) {
    case 'planned':
      return 'calm';
    case 'intended':
      return 'busy';
    case 'unknown':
      return 'warn';
    case 'rejected':
      return 'bad';
    case 'done':
      return 'good';
  }
}
