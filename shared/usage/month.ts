import { z } from 'zod';

/** A calendar month in UTC, `YYYY-MM`: the vendor does not say in which time zone its month begins. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** The month of a day (`YYYY-MM-DD`) or of an ISO time. */
export function monthOf(iso: string): string {
  return iso.slice(0, 7);
}

/** Where a month begins and where the next one does, in ms since 1970. */
export function boundsOfMonth(month: string): { readonly begin: number; readonly end: number } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { begin: Date.UTC(year, number - 1, 1), end: Date.UTC(year, number, 1) };
}

/** The days of a month, `YYYY-MM-DD`, first to last. */
export function daysOfMonth(month: string): string[] {
  const { begin, end } = boundsOfMonth(month);
  const days: string[] = [];
  for (let at = begin; at < end; at += DAY_MS) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** UTC knows no daylight saving: each day is as long as the others. */
export const DAY_MS = 24 * 60 * 60 * 1_000;
