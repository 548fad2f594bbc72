import { useMemo } from 'react';
import type { DraftId } from '../../shared/ids.ts';
import type { Evidence } from '../../shared/outbox/evidence.ts';
import { standingWords } from '../../shared/outbox/step-standing.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import { type StepStates, stepStates } from './step-states.ts';

/** Where a draft stands that was submitted. */
export interface Submitted {
  /** Undefined while that is not known, and once it is back in its draft. */
  readonly submission: Submission | undefined;
  /** Whether it is known. */
  readonly isRead: boolean;
  /** What a person is to decide; null when there is nothing to decide. */
  readonly evidence: Evidence | null;
  readonly states: StepStates;
  /** Which lines of a partly saved batch are in; empty while all or nothing is. */
  readonly standing: string;
}

const noStates: StepStates = new Map();

/** Asks the outbox about a draft; `wanted` is false for one that is open. */
export function useSubmitted(draftId: DraftId, wanted: boolean): Submitted {
  const listed = useDeskQuery('outbox.list', {}, { enabled: wanted }).data;
  const submission = wanted
    ? listed?.find((one) => one.draftId === draftId && one.state !== 'withdrawn')
    : undefined;
  const about = submission === undefined ? null : { id: submission.id };
  const isAsked = submission?.state === 'needs-attention';
  const found = useDeskQuery('outbox.evidence', isAsked ? about : null).data ?? null;
  const evidence = isAsked ? found : null;
  const steps = useDeskQuery('outbox.steps', about).data;
  return {
    submission,
    isRead: listed !== undefined,
    evidence,
    states: useMemo(() => (steps === undefined ? noStates : stepStates(steps, evidence)), [steps, evidence]),
    standing: useMemo(() => (steps === undefined ? '' : standingWords(steps)), [steps]),
  };
}
