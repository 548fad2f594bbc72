import Big from 'big.js';
import type { PimsFields } from '../pims/fields.ts';

/** A field in which PIMS has something else than what was sent. */
export interface Difference {
  readonly field: string;
  readonly sent: string;
  readonly has: string;
}

const NUMBER = /^[+-]?\d{1,15}(\.\d{1,10})?$/;
const DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
/** Numbers only to look at: in these, 007 is not 7. */
const WRITTEN_WITH_DIGITS = /CODE|NUMBER|PHONE|FAX|ZIP|NAME|ADDRESS|DESCRIPTION/;

/**
 * In which fields a record of PIMS is not what was sent. Numbers compare as numbers, dates as dates, codes without
 * regard to case (pims-more: four ways to add a line), texts without regard to blanks. A field that the record does
 * not show says nothing.
 */
export function differences(sent: PimsFields, has: PimsFields): Difference[] {
  return Object.entries(sent).flatMap(([field, value]) => {
    const there = has[field];
    return there === undefined || isSame(field, value, there) ? [] : [{ field, sent: value, has: there }];
  });
}

/** Whether two values of a field say the same. */
export function isSame(field: string, one: string, other: string): boolean {
  return plain(field, one) === plain(field, other);
}

/** A value in the one form that stands for all that say the same. */
export function plain(field: string, value: string): string {
  const text = value.trim().replace(/\s+/g, ' ');
  if (field.endsWith('CODE')) return text.toUpperCase();
  if (WRITTEN_WITH_DIGITS.test(field)) return text;
  const [, month, day, year] = DATE.exec(text) ?? [];
  if (year !== undefined) return [Number(month), Number(day), year].join('/');
  return NUMBER.test(text) ? new Big(text).toFixed() : text;
}

/**
 * How a record that PIMS has stands to what was sent: `same` in every field it shows, `similar` enough that it may
 * be ours in a changed form, or `other`.
 */
export type Likeness = 'same' | 'similar' | 'other';

/** An order that bears the reference is never `other`: nothing else would have brought it there. */
export function likenessOfOrder(sent: PimsFields, has: PimsFields): Likeness {
  return shows(sent, has, ['CUSTOMER_CODE']) && differences(sent, has).length === 0 ? 'same' : 'similar';
}

/** A line of the same part, or of the same description when it has no part, may be ours in a changed form. */
export function likenessOfLine(sent: PimsFields, has: PimsFields): Likeness {
  const named = namingField(sent);
  if (shows(sent, has, [named, 'QUANTITY']) && differences(sent, has).length === 0) return 'same';
  const name = { [named]: sent[named] ?? '' };
  return differences(name, has).length === 0 ? 'similar' : 'other';
}

/** The field that says what a line is about. */
export function namingField(line: PimsFields): 'PART_CODE' | 'DESCRIPTION' {
  return line.PART_CODE === undefined ? 'DESCRIPTION' : 'PART_CODE';
}

function shows(sent: PimsFields, has: PimsFields, fields: readonly string[]): boolean {
  return fields.every((field) => sent[field] === undefined || has[field] !== undefined);
}
