import { z } from 'zod';
import { dayCheckSchema, dayPeriodSchema } from '../../outbox/day-check.ts';
import { nothing } from './common-inputs.ts';

/** The comparison of what was submitted in a period with what PIMS has. */
export const dayCheckCalls = {
  /** What was submitted in a period, beside what the latest run for the same period found in PIMS. Asks PIMS nothing. */
  'dayCheck.plan': { input: dayPeriodSchema, output: dayCheckSchema },
  /**
   * Asks PIMS for the orders of a period, one metered request each; answers when that is done or called off. `agreed` is
   * the number of requests that the person has agreed to: more than that, and more than a hundred, are a `conflict`. So is
   * a second run at the same time. `onlyUnchecked` leaves out what the latest run has an answer for.
   */
  'dayCheck.run': {
    input: dayPeriodSchema.extend({ agreed: z.number().int().min(0), onlyUnchecked: z.boolean() }).strict(),
    output: dayCheckSchema,
  },
  /** Calls the run off; what was checked by then stays. */
  'dayCheck.cancel': { input: nothing, output: nothing },
  /** Writes the rows of `dayCheck.plan` as a CSV. `savedAs` is null when the save dialog was cancelled. */
  'dayCheck.export': { input: dayPeriodSchema, output: z.object({ savedAs: z.string().nullable() }) },
} as const;
