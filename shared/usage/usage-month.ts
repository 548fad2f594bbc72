import { z } from 'zod';
import { daysOfMonth, monthSchema } from './month.ts';
import { type CountedPurpose, countedPurposeSchema } from './purpose.ts';

/** The requests of one connection in one month. An upper bound: those whose outcome is not known count too. */
export const usageMonthSchema = z.object({
  month: monthSchema,
  requests: z.number().int(),
  /** Every day of the month, first to last. */
  days: z.array(z.object({ day: z.string(), requests: z.number().int() })),
  /** By PIMS's endpoint, the most used first. */
  endpoints: z.array(z.object({ endpoint: z.string(), requests: z.number().int() })),
  /** By the part of Order Desk that asked, the greatest first. */
  purposes: z.array(z.object({ purpose: countedPurposeSchema, requests: z.number().int() })),
  /** The months that have requests, and the present one; newest first. */
  months: z.array(monthSchema),
  /** The first day on which anything was counted for the connection. */
  countedFrom: z.string(),
  /** ISO time. */
  readAt: z.string(),
});
export type UsageMonth = z.infer<typeof usageMonthSchema>;

/** Requests of a day (`YYYY-MM-DD`), an endpoint and a purpose; there may be several of the same three. */
export interface DayCount {
  readonly day: string;
  readonly endpoint: string;
  readonly purpose: CountedPurpose;
  readonly requests: number;
}

/** Adds the counts of a month up, in three ways. Counts of other months are left out. */
export function sumMonth(
  month: string,
  counts: readonly DayCount[],
): Pick<UsageMonth, 'requests' | 'days' | 'endpoints' | 'purposes'> {
  const days = daysOfMonth(month);
  const known = new Set(days);
  const ofMonth = counts.filter(({ day }) => known.has(day));
  const byDay = sumBy(ofMonth, ({ day }) => day);
  return {
    requests: ofMonth.reduce((sum, { requests }) => sum + requests, 0),
    days: days.map((day) => ({ day, requests: byDay.get(day) ?? 0 })),
    endpoints: greatestFirst(sumBy(ofMonth, ({ endpoint }) => endpoint)).map(([endpoint, requests]) => ({
      endpoint,
      requests,
    })),
    purposes: greatestFirst(sumBy(ofMonth, ({ purpose }) => purpose)).map(([purpose, requests]) => ({
      purpose,
      requests,
    })),
  };
}

function sumBy<K extends string>(counts: readonly DayCount[], key: (count: DayCount) => K): Map<K, number> {
  const sums = new Map<K, number>();
  for (const count of counts) sums.set(key(count), (sums.get(key(count)) ?? 0) + count.requests);
  return sums;
}

function greatestFirst<K extends string>(sums: ReadonlyMap<K, number>): [K, number][] {
  return [...sums].toSorted(
    ([key, requests], [otherKey, others]) => others - requests || (key < otherKey ? -1 : 1),
  );
}
