const absolute = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });
const plainDate = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const plainMonth = new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'short' });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Date and time of an ISO time in the person's own way of writing; the text itself when it is no time. */
export function absoluteTime(iso: string): string {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? iso : absolute.format(at);
}

/** A calendar day, `YYYY-MM-DD`, in the person's own way of writing, the same at every place. */
export function dateWords(day: string): string {
  const at = Date.parse(day);
  return Number.isNaN(at) ? day : plainDate.format(at);
}

/** A calendar month, `YYYY-MM`: "November 2026". */
export function monthWords(month: string): string {
  const at = Date.parse(`${month}-01`);
  return Number.isNaN(at) ? month : plainMonth.format(at);
}

/** Time of day with seconds. */
export function timeOfDay(iso: string): string {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? iso : clock.format(at);
}

/** The day of an ISO time at the person's place: "Wednesday, November 25, 2026". */
export function dayOf(iso: string): string {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? iso : day.format(at);
}

/** How long ago, or in how long: "5 min. ago", "in 20 sec.". From a week on it is the date. `now` in ms since 1970. */
export function relativeTime(iso: string, now: number): string {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return iso;
  const distance = at - now;
  const size = Math.abs(distance);
  if (size < MINUTE) return relative.format(Math.round(distance / 1000), 'second');
  if (size < HOUR) return relative.format(Math.round(distance / MINUTE), 'minute');
  if (size < DAY) return relative.format(Math.round(distance / HOUR), 'hour');
  if (size < 7 * DAY) return relative.format(Math.round(distance / DAY), 'day');
  return absolute.format(at);
}
