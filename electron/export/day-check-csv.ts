import type { DayCheck, DayPeriod, DayRow } from '../../shared/outbox/day-check.ts';
import { differenceWords, furtherWords, verdictWords } from '../../shared/outbox/day-check-words.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import { csvOf } from './csv.ts';

/** A spreadsheet's cell takes 32,767 characters; what is beyond shows in Order Desk. */
const LONGEST_CELL = 30_000;

const columns = [
  'Result',
  'Reference',
  'PIMS order',
  'Customer',
  'Connection',
  'Submitted',
  'State',
  'Lines submitted',
  'Lines in PIMS',
  'Units submitted',
  'Units in PIMS',
  'Differences',
  'What differs',
  'Remark',
  'Checked',
] as const;

/** A day check as the text of a CSV file, a row per order, differences first; numbers without thousands marks. */
export function dayCheckCsv({ rows }: Pick<DayCheck, 'rows'>): string {
  return csvOf(columns, rows.map(toRecord));
}

function toRecord(row: DayRow): PimsFields & Record<(typeof columns)[number], string> {
  return {
    Result: verdictWords(row.verdict),
    Reference: row.reference,
    'PIMS order': row.orderNumber ?? '',
    Customer: row.customerCode,
    Connection: row.connectionName,
    Submitted: localTime(row.submittedAt),
    State: row.stateWords,
    'Lines submitted': String(row.lines),
    'Lines in PIMS': row.linesInPims === null ? 'not asked' : String(row.linesInPims),
    'Units submitted': row.units,
    'Units in PIMS': row.unitsInPims ?? 'not asked',
    Differences: String(row.differences.length),
    'What differs': inOneCell(row.differences.map(differenceWords)),
    Remark: [row.why, row.problem, furtherWords(row)].filter((text) => text !== '').join(' '),
    Checked: row.checkedAt === null ? '' : localTime(row.checkedAt),
  };
}

function inOneCell(sentences: readonly string[]): string {
  let text = '';
  for (const [index, sentence] of sentences.entries()) {
    const longer = text === '' ? sentence : `${text} ${sentence}`;
    if (longer.length > LONGEST_CELL) return `${text} And ${sentences.length - index} more.`.trim();
    text = longer;
  }
  return text;
}

/** The name that the save dialog offers: `day-check-2026-06-15.csv`, or with both days of a longer period. */
export function dayCheckFileName({ from, until }: Pick<DayPeriod, 'from' | 'until'>): string {
  const first = localTime(from).slice(0, 10);
  // The end is the first moment that is not in it any more.
  const last = localTime(new Date(Date.parse(until) - 1).toISOString()).slice(0, 10);
  return `day-check-${first}${last > first ? `-to-${last}` : ''}.csv`;
}

/** In the time of this machine, as a spreadsheet reads it: 2026-06-15 09:30:00. */
function localTime(iso: string): string {
  const at = new Date(iso);
  const two = (part: number) => String(part).padStart(2, '0');
  const date = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${date} ${[at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':')}`;
}
