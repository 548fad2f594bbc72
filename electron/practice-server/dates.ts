const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 of an ISO date (YYYY-MM-DD). Throws an Error when it is no date of the calendar. */
export function dayOfIsoDate(text: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const day = match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
  if (day === undefined) throw new Error(`"${text}" is not a date like 2026-05-15.`);
  return day;
}

/** Days since 1970-01-01 of a PIMS date (MM/DD/YYYY); undefined when it is no date of the calendar. */
export function dayOfPimsDate(text: string): number | undefined {
  const match = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
  return match ? dayOf(Number(match[3]), Number(match[1]), Number(match[2])) : undefined;
}

function dayOf(year: number, month: number, date: number): number | undefined {
  const made = new Date(Date.UTC(year, month - 1, date));
  const isReal = made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
  return isReal ? made.getTime() / MS_PER_DAY : undefined;
}

/** A day as PIMS writes dates: MM/DD/YYYY (pims-orders: Get a single order). */
export function pimsDate(day: number): string {
  const iso = isoDate(day);
  return `${iso.slice(5, 7)}/${iso.slice(8, 10)}/${iso.slice(0, 4)}`;
}

/** A day as YYYY-MM-DD. */
export function isoDate(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(day: number): number {
  return (day + 4) % 7;
}

/** Today's date on this machine's clock, YYYY-MM-DD. */
export function localToday(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
