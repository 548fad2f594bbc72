import { z } from 'zod';

const milliseconds = z.number().int().min(0).max(600_000);

export const behaviourSchema = z.strictObject({
  /** Milliseconds before a call is acted on: fixed, or drawn anew from a range. */
  latency: z.union([milliseconds, z.strictObject({ min: milliseconds, max: milliseconds })]),
  /** Whether orders/single shows LINE_REF_LOCK_CODE on its lines; the vendor's page leaves it open. */
  lockCodesShown: z.boolean(),
  /** Whether an update gives the line a new lock code; the vendor's page leaves it open. */
  lockCodesChange: z.boolean(),
});

/** How the practice server behaves where the vendor's pages leave it open. */
export type PracticeBehaviour = z.infer<typeof behaviourSchema>;

export const DEFAULT_BEHAVIOUR: PracticeBehaviour = {
  latency: 0,
  lockCodesShown: true,
  lockCodesChange: true,
};
