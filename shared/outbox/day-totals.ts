import { type DayRow, type DayTotals, type DayVerdict, dayVerdicts } from './day-check.ts';
import { exactSum } from './exact-sum.ts';
import { urgencyOf } from './state-urgency.ts';

/** The rows of a check, differences first, then the newest first. */
export function sortedRows(rows: readonly DayRow[]): DayRow[] {
  return rows.toSorted(
    (a, b) =>
      dayVerdicts.indexOf(a.verdict) - dayVerdicts.indexOf(b.verdict) ||
      urgencyOf(a.state) - urgencyOf(b.state) ||
      Date.parse(b.submittedAt) - Date.parse(a.submittedAt),
  );
}

/** The sums over all rows. */
export function totalsOf(rows: readonly DayRow[]): DayTotals {
  const count = (verdict: DayVerdict) => rows.filter((row) => row.verdict === verdict).length;
  return {
    orders: rows.length,
    lines: rows.reduce((sum, { lines }) => sum + lines, 0),
    units: exactSum(rows.map(({ units }) => units)),
    linesInPims: rows.reduce((sum, { linesInPims }) => sum + (linesInPims ?? 0), 0),
    unitsInPims: exactSum(rows.map(({ unitsInPims }) => unitsInPims ?? '0')),
    verdicts: {
      missing: count('missing'),
      differs: count('differs'),
      'not-in-pims-yet': count('not-in-pims-yet'),
      'not-checked': count('not-checked'),
      same: count('same'),
    },
  };
}
