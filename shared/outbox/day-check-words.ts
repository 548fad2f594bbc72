import { assertNever } from '../errors.ts';
import type { DayDifference, DayRow, DayTotals, DayVerdict } from './day-check.ts';

/** What a verdict is called. */
export function verdictWords(verdict: DayVerdict): string {
  switch (verdict) {
    case 'missing':
      return 'Not in PIMS any more';
    case 'differs':
      return 'Differs';
    case 'not-in-pims-yet':
      return 'Not all in PIMS yet';
    case 'not-checked':
      return 'Not checked';
    case 'same':
      return 'The same';
    default:
      return assertNever(verdict);
  }
}

/** A difference as a sentence: "Line 2 (APL-1002 × 3): QUANTITY was sent as “3” and is “1” in PIMS." */
export function differenceWords({ kind, line, item, field, sent, has }: DayDifference): string {
  switch (kind) {
    case 'order-missing':
      return 'PIMS took this order, and has no order of this number now.';
    case 'order-void':
      return 'The order is void in PIMS.';
    case 'line-missing':
      return `${lineWords(line, item)} is not in PIMS any more.`;
    case 'field': {
      const where = line === null ? 'The order' : lineWords(line, item);
      return `${where}: ${field} was sent as “${sent}” and is ${has === '' ? 'empty' : `“${has}”`} in PIMS.`;
    }
    default:
      return assertNever(kind);
  }
}

/** `Line 2 (APL-1002 × 3)`. */
export function lineWords(line: string | null, item: string): string {
  const name = line === null || line === '' ? 'A line' : `Line ${line}`;
  return item === '' ? name : `${name} (${item})`;
}

/** What PIMS has besides; empty when that is nothing. */
export function furtherWords({
  furtherLines,
  isAddition,
  why,
}: Pick<DayRow, 'furtherLines' | 'isAddition' | 'why'>): string {
  if (furtherLines === 0) return '';
  const lines = furtherLines === 1 ? '1 line' : `${furtherLines} lines`;
  const them = furtherLines === 1 ? 'it' : 'them';
  if (isAddition) return `PIMS has ${lines} besides, which this desk did not add.`;
  // Of what is still on its way, a line may have arrived.
  if (why !== '') return `PIMS has ${lines} besides; it is not known yet whether this desk added ${them}.`;
  return `PIMS has ${lines} besides: others added ${them}.`;
}

/** The whole check in a sentence: `2 of 23 orders differ. 412 lines and 1,804 units submitted.` */
export function summaryWords({
  orders,
  lines,
  units,
  linesInPims,
  unitsInPims,
  verdicts,
}: DayTotals): string {
  const submitted = `${count(orders, 'order')}, ${count(lines, 'line')}, ${figure(units)} ${units === '1' ? 'unit' : 'units'} submitted`;
  const { missing, differs, same } = verdicts;
  const yet = verdicts['not-in-pims-yet'];
  const unchecked = verdicts['not-checked'];
  if (orders > 0 && same === orders) return `${submitted}; all in PIMS.`;
  const parts = [
    missing > 0 && `${missing} ${missing === 1 ? 'is' : 'are'} not in PIMS any more`,
    differs > 0 && `${differs} ${differs === 1 ? 'differs' : 'differ'}`,
    yet > 0 && `${yet} ${yet === 1 ? 'is' : 'are'} not all in PIMS yet`,
    unchecked > 0 && `${unchecked} ${unchecked === 1 ? 'is' : 'are'} not checked`,
    same > 0 && `${same} ${same === 1 ? 'is' : 'are'} the same`,
  ].filter((part) => part !== false);
  const found =
    unchecked === 0 && orders > 0
      ? ` PIMS has ${count(linesInPims, 'line')} and ${figure(unitsInPims)} units of it.`
      : '';
  return parts.length === 0 ? `${submitted}.` : `${submitted}: ${parts.join(', ')}.${found}`;
}

function count(many: number, thing: string): string {
  return `${many.toLocaleString()} ${many === 1 ? thing : `${thing}s`}`;
}

/** An exact decimal with the thousands marked off. */
export function figure(decimal: string): string {
  const [, sign = '', whole = '', part] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  if (whole === '') return decimal;
  const marked = `${sign}${BigInt(whole).toLocaleString()}`;
  return part === undefined ? marked : `${marked}${decimalMark}${part}`;
}

const decimalMark = (1.5).toLocaleString().replace(/\d/g, '');
