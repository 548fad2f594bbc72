import { z } from 'zod';
import { deskErrorSchema } from '../errors.ts';
import { connectionIdSchema, draftIdSchema, orderNumberSchema, submissionIdSchema } from '../ids.ts';
import { submissionStates } from './submission.ts';

/** More requests than this are sent only when a person has agreed to their number: PIMS bills each. */
export const MOST_REQUESTS_UNASKED = 100;

/** A period, `until` not included, and one connection or all. */
export const dayPeriodSchema = z
  .object({
    from: z.iso.datetime(),
    until: z.iso.datetime(),
    connectionId: connectionIdSchema.nullable(),
  })
  .strict();
export type DayPeriod = z.infer<typeof dayPeriodSchema>;

/**
 * How an order stands to what this desk submitted, the worst first.
 * - `missing`: PIMS took it, and has no such order now.
 * - `differs`: a line is missing, or a field is not as it was sent.
 * - `not-in-pims-yet`: something of it is still to be sent, refused, in doubt or back in drafts; `why` says which.
 * - `not-checked`: PIMS was not asked, or did not answer; `why` says which.
 * - `same`: everything is in PIMS as it was sent.
 */
export const dayVerdicts = ['missing', 'differs', 'not-in-pims-yet', 'not-checked', 'same'] as const;
export type DayVerdict = (typeof dayVerdicts)[number];

export const dayDifferenceSchema = z.object({
  kind: z.enum(['order-missing', 'order-void', 'line-missing', 'field']),
  /** PIMS's number of the line; empty when it gave none; null when it is about the order. */
  line: z.string().nullable(),
  /** What the line is: its part or description, and how many were sent. */
  item: z.string(),
  /** Empty when it is not about a field. */
  field: z.string(),
  sent: z.string(),
  has: z.string(),
});
export type DayDifference = z.infer<typeof dayDifferenceSchema>;

/** One order of the period. Units are exact decimals; those of PIMS count only the lines that this desk sent. */
export const dayRowSchema = z.object({
  key: z.string(),
  /** The submission that tells most about where it stands. */
  submissionId: submissionIdSchema,
  draftId: draftIdSchema,
  connectionId: connectionIdSchema,
  connectionName: z.string(),
  reference: z.string(),
  orderNumber: orderNumberSchema.nullable(),
  customerCode: z.string(),
  isAddition: z.boolean(),
  /** When it was first submitted in the period, and how often. ISO. */
  submittedAt: z.string(),
  submissions: z.number().int(),
  state: z.enum(submissionStates),
  stateWords: z.string(),
  /** Why the outbox can't go on with it, in its words; empty when it can. */
  problem: z.string(),
  lines: z.number().int(),
  units: z.string(),
  /** Null as long as it is not known what PIMS has. */
  linesInPims: z.number().int().nullable(),
  unitsInPims: z.string().nullable(),
  /** Lines that PIMS has besides: others added them. */
  furtherLines: z.number().int(),
  differences: z.array(dayDifferenceSchema),
  verdict: z.enum(dayVerdicts),
  /** For what is not in PIMS yet, or was not checked: why. Empty otherwise. */
  why: z.string(),
  /** When PIMS was asked, ISO; null when it has not answered. */
  checkedAt: z.string().nullable(),
});
export type DayRow = z.infer<typeof dayRowSchema>;

export const dayTotalsSchema = z.object({
  orders: z.number().int(),
  lines: z.number().int(),
  units: z.string(),
  /** Of the orders that were checked. */
  linesInPims: z.number().int(),
  unitsInPims: z.string(),
  verdicts: z.record(z.enum(dayVerdicts), z.number().int()),
});
export type DayTotals = z.infer<typeof dayTotalsSchema>;

/** The check of a period, as far as it has come. */
export const dayCheckSchema = z.object({
  rows: z.array(dayRowSchema),
  totals: dayTotalsSchema,
  /** How many metered requests asking for everything costs, and for what is not checked. */
  requests: z.number().int(),
  requestsLeft: z.number().int(),
  /** While a check runs, of whichever period: how far it is, and until when it waits because PIMS asked for a pause (ISO). */
  running: z
    .object({ done: z.number().int(), of: z.number().int(), pausedUntil: z.string().nullable() })
    .nullable(),
  /** Connections whose orders could not all be asked for, and why. */
  stops: z.array(z.object({ connectionName: z.string(), error: deskErrorSchema })),
});
export type DayCheck = z.infer<typeof dayCheckSchema>;
