import { z } from 'zod';
import { daysOfMonth, monthSchema } from './month.ts';

/** The requests of one connection in one month. An upper bound: those whose outcome is not known count too. */
export const usageMonthSchema = z.object({
  month: monthSchema,
  requests: z.number().int(),
  /** Every day of the month, first to last. */
  days: z.array(z.object({ day: z.string(), requests: z.number().int() })),
  /** By PIMS's endpoint, the most used first. */
  endpoints: z.array(z.object({ endpoint: z.string(), requests: z.number().int() })),
  /** The months that have requests, and the present one; newest first. */
  months: z.array(monthSchema),
  /** The first day on which anything was counted for the connection. */
  countedFrom: z.string(),
  /** ISO time. */
  readAt: z.string(),
});
export type UsageMonth = z.infer<typeof usageMonthSchema>;

/** Requests of a day (`YYYY-MM-DD`) and an endpoint; there may be several of the same two. */
export interface DayCount {
  readonly day: string;
  readonly endpoint: string;
  readonly requests: number;
}

/** Adds the counts of a month up, by day and by endpoint. Counts of other months are left out. */
export function sumMonth(
  month: string,
  counts: readonly DayCount[],
): Pick<UsageMonth, 'requests' | 'days' | 'endpoints'> {
  const days = new Map(daysOfMonth(month).map((day) => [day, 0]));
  const endpoints = new Map<string, number>();
  let requests = 0;
  for (const count of counts) {
    const before = days.get(count.day);
    if (before === undefined) continue;
    days.set(count.day, before + count.requests);
    endpoints.set(count.endpoint, (endpoints.get(count.endpoint) ?? 0) + count.requests);
    requests += count.requests;
  }
  return {
    requests,
    days: [...days].map(([day, sum]) => ({ day, requests: sum })),
    endpoints: [...endpoints]
      .map(([endpoint, sum]) => ({ endpoint, requests: sum }))
      .toSorted((one, other) => other.requests - one.requests || (one.endpoint < other.endpoint ? -1 : 1)),
  };
}
