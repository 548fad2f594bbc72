import { z } from 'zod';
import { monthSchema } from './month.ts';

/** So many per cent of the included requests are told of, once each. */
export const warningLevels = [80, 100] as const;
export type WarningLevel = (typeof warningLevels)[number];

/** The highest level that was told of, and for which month. */
export const toldWarningSchema = z.object({ month: monthSchema, level: z.literal(warningLevels) });
export type ToldWarning = z.infer<typeof toldWarningSchema>;

/** The share of the included requests in whole per cent, rounded down: 100 only when they are used up. */
export function percentOfIncluded(requests: number, included: number): number {
  return Math.floor((requests * 100) / included);
}

/** The highest level that is reached; null below the first. */
export function warningLevel(requests: number, included: number): WarningLevel | null {
  return warningLevels.findLast((level) => requests * 100 >= included * level) ?? null;
}

/** The level to tell of now; null when there is none, or when it, or a higher one, was told of in the same month. */
export function warningToTell(
  { month, requests }: { readonly month: string; readonly requests: number },
  included: number,
  told: ToldWarning | undefined,
): WarningLevel | null {
  const level = warningLevel(requests, included);
  if (level === null) return null;
  return told?.month === month && told.level >= level ? null : level;
}
