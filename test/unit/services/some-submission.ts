import {
  connectionIdSchema,
  draftIdSchema,
  orderNumberSchema,
  submissionIdSchema,
} from '../../../shared/ids.ts';
import type { Submission } from '../../../shared/outbox/submission.ts';

/** What a test says about a submission; the rest is made up. */
export type SubmissionLike = Partial<
  Pick<Submission, 'state' | 'connectionName' | 'reference' | 'problem' | 'isAddition'>
> & {
  readonly id?: string;
  readonly orderNumber?: string;
};

/** A submission of one order with one line. */
export function someSubmission({ id = 'one', orderNumber, ...given }: SubmissionLike = {}): Submission {
  const { connectionName = 'Warehouse live' } = given;
  return {
    id: submissionIdSchema.parse(id),
    draftId: draftIdSchema.parse(`draft of ${id}`),
    connectionId: connectionIdSchema.parse(connectionName),
    connectionName,
    state: 'queued',
    reference: `REF-${id}`,
    customerCode: 'M-1000',
    orderNumber: orderNumber === undefined ? null : orderNumberSchema.parse(orderNumber),
    stepsDone: 0,
    stepsTotal: 2,
    problem: null,
    isAddition: false,
    backToDraft: 'now',
    isPaused: false,
    nextTryAt: null,
    queuedAt: '2026-03-01T08:00:00.000Z',
    finishedAt: null,
    ...given,
  };
}
