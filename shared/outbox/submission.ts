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
 * - `paused`: a person paused it, or its connection; it goes on when the person says so.
 * - `calling-off`: a person called it off; it goes back to its draft once it is known what PIMS has of it.
 * - `held`: its connection can't be used until a person does something (credentials, a proxy's sign-in page).
 * - `needs-attention`: only a person can decide; the evidence says what.
 * - `sent`: every step is done.
 * - `withdrawn`: a person took it back to its draft. What PIMS has of it by then stays there.
 */
export const submissionStates = [
  'queued',
  'sending',
  'checking',
  'accepted',
  'waiting',
  'paused',
  'calling-off',
  'held',
  'needs-attention',
  'sent',
  'withdrawn',
] as const;
export type SubmissionState = (typeof submissionStates)[number];

/**
 * An older submission of the same order, or of the same reference while neither is in PIMS: it goes first, and for as long
 * as a person has paused it, the younger one waits too.
 */
export const olderSchema = z.object({ id: submissionIdSchema, isPaused: z.boolean() });

export const submissionSchema = z.object({
  id: submissionIdSchema,
  draftId: draftIdSchema,
  connectionId: connectionIdSchema,
  connectionName: z.string(),
  state: z.enum(submissionStates),
  /** The reference that the order carries in PIMS; may be empty for lines of an order that others made. */
  reference: z.string(),
  /** True for lines and changes of an order that was in PIMS before. */
  isAddition: z.boolean(),
  /** Creating the order is one of its steps: not so for one that goes on with an order which an earlier one began. */
  makesOrder: z.boolean(),
  customerCode: z.string(),
  /** Known once the create step is done. */
  orderNumber: orderNumberSchema.nullable(),
  stepsDone: z.number().int(),
  stepsTotal: z.number().int(),
  /** Why it waits, is held or needs attention. */
  problem: deskErrorSchema.nullable(),
  /**
   * Whether it can go back to its draft: `now`, `soon` (after the step under way, and once it is known whether it
   * arrived), `after-decision` (the person says first that it isn't there), or `no` (everything is in PIMS, or it is back).
   */
  backToDraft: z.enum(['now', 'soon', 'after-decision', 'no']),
  /** A person paused this one; a paused connection shows in the state alone. */
  isPaused: z.boolean(),
  /** What a queued one waits for, besides its turn. */
  waitsFor: olderSchema.nullable(),
  nextTryAt: z.string().nullable(),
  queuedAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type Submission = z.infer<typeof submissionSchema>;

export const stepKinds = ['create-order', 'add-line', 'update-line'] as const;
export type StepKind = (typeof stepKinds)[number];

/** Where a step stands: `unknown` means that it may have reached PIMS, `rejected` that PIMS refused it. */
export const stepStates = ['planned', 'intended', 'done', 'unknown', 'rejected'] as const;
export type StepState = (typeof stepStates)[number];

/**
 * One line of a submission's journal. A step's `ordinal` is 0 for the order, 1 and up for its new lines in the order of the
 * draft, and below 0 for changes of lines that the order has, which go first.
 */
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
    'skipped',
    'verified',
    'sent',
    'paused',
    'resumed',
    'called-off',
    'copy-found',
    'withdrawn',
  ]),
  /** The step it is about; null for entries about the whole submission. */
  step: z
    .object({
      ordinal: z.number().int(),
      kind: z.enum(stepKinds),
      label: z.string(),
    })
    .nullable(),
  /** What PIMS or the network said. */
  note: z.string(),
});
export type JournalEntry = z.infer<typeof journalEntrySchema>;
