import type { SentStep, SentSubmission } from '../../../shared/outbox/sent-order.ts';
import type { SubmissionState } from '../../../shared/outbox/submission.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import { aSubmission } from '../shared/a-submission.ts';

interface Sent {
  readonly id?: string;
  readonly draftId?: string;
  readonly orderNumber?: string | null;
  readonly state?: SubmissionState;
  readonly isAddition?: boolean;
  readonly inPeriod?: boolean;
  readonly draftRemoved?: boolean;
  readonly queuedAt?: string;
  readonly steps?: readonly SentStep[];
}

/** A submission as the outbox has it on record. */
export function sent({
  id = 'one',
  draftId = `draft-${id}`,
  orderNumber = '1001',
  state = 'sent',
  isAddition = false,
  inPeriod = true,
  draftRemoved = false,
  queuedAt = '2026-06-15T09:00:00.000Z',
  steps = [],
}: Sent = {}): SentSubmission {
  return {
    submission: aSubmission({
      id,
      draftId,
      state,
      reference: `R-${draftId}`,
      isAddition,
      orderNumber,
      stepsDone: steps.filter((step) => step.state === 'done').length,
      stepsTotal: steps.length,
      backToDraft: 'no',
      queuedAt,
    }),
    inPeriod,
    draftRemoved,
    steps,
  };
}

const endedAt = '2026-06-15T09:00:01.000Z';

/** The order itself. */
export function header(request: PimsFields = { CUSTOMER_CODE: 'M-1000' }): SentStep {
  return { ordinal: 0, kind: 'create-order', state: 'done', request, lineNumber: null, endedAt };
}

/** A line that PIMS took under the number. */
export function line(lineNumber: string | null, request: PimsFields): SentStep {
  return { ordinal: Number(lineNumber ?? 1), kind: 'add-line', state: 'done', request, lineNumber, endedAt };
}

/** A change of the line with the number. */
export function change(lineNumber: string, request: PimsFields): SentStep {
  return { ordinal: -Number(lineNumber), kind: 'update-line', state: 'done', request, lineNumber, endedAt };
}

/** The same step, not in PIMS for certain. */
export function open(step: SentStep, state: Exclude<SentStep['state'], 'done'> = 'planned'): SentStep {
  return { ...step, state, lineNumber: step.kind === 'update-line' ? step.lineNumber : null };
}
