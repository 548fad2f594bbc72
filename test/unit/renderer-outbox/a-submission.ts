import { orderNumberSchema } from '../../../shared/ids.ts';
import { type JournalEntry, type Submission, submissionSchema } from '../../../shared/outbox/submission.ts';

/** A submission on its way, as the parts say. */
export function aSubmission(part: Partial<Submission> = {}): Submission {
  const queued = {
    id: 'submission',
    draftId: 'draft',
    connectionId: 'connection',
    connectionName: 'Warehouse',
    state: 'queued',
    reference: 'R-1',
    isAddition: false,
    customerCode: 'M-1000',
    orderNumber: null,
    stepsDone: 0,
    stepsTotal: 4,
    problem: null,
    backToDraft: 'now',
    isPaused: false,
    nextTryAt: null,
    queuedAt: '2026-11-25T10:00:00.000Z',
    finishedAt: null,
  };
  return { ...submissionSchema.parse(queued), ...part };
}

export const order = orderNumberSchema.parse('54321');

/** An entry of a journal about a line, or about the order when the ordinal is 0; below 0 about a change. */
export function anEntry(
  kind: JournalEntry['kind'],
  ordinal: number | null,
  at = '2026-11-25T10:00:00.000Z',
): JournalEntry {
  return {
    at,
    kind,
    note: '',
    step: ordinal === null ? null : { ordinal, kind: kindOf(ordinal), label: '' },
  };
}

function kindOf(ordinal: number): 'create-order' | 'add-line' | 'update-line' {
  if (ordinal === 0) return 'create-order';
  return ordinal < 0 ? 'update-line' : 'add-line';
}
