/** Which days a person wants to look at. Dates are as a date field has them: `2026-06-15`. */
export type PeriodChoice =
  | { readonly kind: 'today' | 'yesterday' | 'week' }
  | { readonly kind: 'days'; readonly from: string; readonly to: string };

/** From the first moment of a day to the first one after another, as ISO times. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

export type PeriodReading =
  | { readonly ok: true; readonly period: Period }
  | { readonly ok: false; readonly problem: string };

/**
 * The moments between which the days lie that a person chose, by the clock of this machine. `firstWeekday` is the day on
 * which a week begins here, 0 for Sunday to 6.
 */
export function readPeriod(choice: PeriodChoice, now: Date, firstWeekday: number): PeriodReading {
  const today = (offset: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + offset);
  switch (choice.kind) {
    case 'today':
      return between(today(0), today(1));
    case 'yesterday':
      return between(today(-1), today(0));
    case 'week': {
      const since = (now.getDay() - firstWeekday + 7) % 7;
      return between(today(-since), today(7 - since));
    }
    case 'days': {
      const from = readDate(choice.from, 0);
      const until = readDate(choice.to, 1);
      if (from === null || until === null) return { ok: false, problem: 'Enter both dates.' };
      if (from >= until) return { ok: false, problem: 'The first day is after the last.' };
      return between(from, until);
    }
  }
}

/** A date as a date field has it. */
export function dateText(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function between(from: Date, until: Date): PeriodReading {
  return { ok: true, period: { from: from.toISOString(), until: until.toISOString() } };
}

/** The first moment of the day so many days after the date; null when it is no date. */
function readDate(text: string, offset: number): Date | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return null;
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  if (dateText(date) !== text) return null;
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + offset);
}

const days = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** The days of a period: "Jun 15, 2026", "Jun 15 – 21, 2026". */
export function periodWords({ from, until }: Period): string {
  // The end is the first moment that is not in it any more.
  return days.formatRange(new Date(from), new Date(Date.parse(until) - 1));
}

/** True when the period is a single day, which may be an hour longer or shorter than others. */
export function isOneDay({ from, until }: Period): boolean {
  return dateText(new Date(from)) === dateText(new Date(Date.parse(until) - 1));
}
