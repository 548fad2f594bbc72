import { z } from 'zod';
import { deskErrorSchema } from '../errors.ts';
import { connectionIdSchema, draftIdSchema, orderNumberSchema, submissionIdSchema } from '../ids.ts';

/**
 * Where a submission stands.
 * - `queued`: its turn has not come.
 * - `sending`: a step of it is under way.
 * - `checking`: a step may or may not have reached PIMS; Order Desk finds out before it sends anything again.
 * - `accepted`: PIMS has taken every step, and the whole is still to be compared with what was sent.
 * - `waiting`: PIMS could not be reached or asked us to wait; it goes on by itself at `nextTryAt`.
 * - `held`: its connection can't be used until a person does something (credentials, a proxy's sign-in page).
 * - `needs-attention`: only a person can decide; the evidence says what.
 * - `sent`: every step is done.
 * - `withdrawn`: a person took it back to its draft.
 */
export const submissionStates = [
  'queued',
  'sending',
  'checking',
  'accepted',
  'waiting',
  'held',
  'needs-attention',
  'sent',
  'withdrawn',
] as const;
export type SubmissionState = (typeof submissionStates)[number];

export const submissionSchema = z.object({
  id: submissionIdSchema,
  draftId: draftIdSchema,
  connectionId: connectionIdSchema,
  connectionName: z.string(),
  state: z.enum(submissionStates),
  /** The reference that the order carries in PIMS. */
  reference: z.string(),
  customerCode: z.string(),
  /** Known once the create step is done. */
  orderNumber: orderNumberSchema.nullable(),
  stepsDone: z.number().int(),
  stepsTotal: z.number().int(),
  /** Why it waits, is held or needs attention. */
  problem: deskErrorSchema.nullable(),
  /** True when "back to draft" loses and doubles nothing: no step of it has reached, or may have reached, PIMS. */
  canWithdraw: z.boolean(),
  nextTryAt: z.string().nullable(),
  queuedAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type Submission = z.infer<typeof submissionSchema>;

export const stepKinds = ['create-order', 'add-line'] as const;
export type StepKind = (typeof stepKinds)[number];

/** One line of a submission's journal. */
export const journalEntrySchema = z.object({
  at: z.string(),
  kind: z.enum([
    'queued',
    'looked-up',
    'intended',
    'done',
    'not-applied',
    'unknown',
    'adopted',
    'not-found',
    'undecided',
    'decided',
    'verified',
    'sent',
    'withdrawn',
  ]),
  /** The step it is about; null for entries about the whole submission. */
  step: z
    .object({
      ordinal: z.number().int(),
      kind: z.enum(stepKinds),
      lineNumber: z.number().int().nullable(),
      label: z.string(),
    })
    .nullable(),
  /** What PIMS or the network said. */
  note: z.string(),
});
export type JournalEntry = z.infer<typeof journalEntrySchema>;
