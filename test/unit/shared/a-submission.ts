import { orderNumberSchema } from '../../../shared/ids.ts';
import { type JournalEntry, type Submission, submissionSchema } from '../../../shared/outbox/submission.ts';

/** What a test says about a submission, ids and numbers as plain text; the rest is made up. */
export type SubmissionParts = Partial<
  Omit<Submission, 'id' | 'draftId' | 'connectionId' | 'orderNumber'> & {
    readonly id: string;
    readonly draftId: string;
    readonly connectionId: string;
    readonly orderNumber: string | null;
  }
>;

/** A submission on its way, as the parts say. */
export function aSubmission(parts: SubmissionParts = {}): Submission {
  const { id = '1', connectionName = 'Warehouse' } = parts;
  return submissionSchema.parse({
    id,
    draftId: `draft of ${id}`,
    connectionId: connectionName,
    connectionName,
    state: 'queued',
    reference: `R-${id}`,
    isAddition: false,
    makesOrder: parts.isAddition !== true,
    customerCode: 'M-1000',
    orderNumber: null,
    stepsDone: 0,
    stepsTotal: 4,
    problem: null,
    backToDraft: 'now',
    isPaused: false,
    waitsFor: null,
    nextTryAt: null,
    queuedAt: '2026-11-25T10:00:00.000Z',
    finishedAt: null,
    ...parts,
  });
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
