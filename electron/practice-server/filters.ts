import { column, type Fields } from './records.ts';
import { PimsRejection } from './rejection.ts';

/** One condition of a query, as the page describes it (pims-orders: Query a list of orders). */
export interface Filter {
  field: string;
  /** Lower case already, since every comparison ignores case. */
  value: string;
  contains: boolean;
  conjunction: 'AND' | 'OR';
}

const MOST_FILTERS = 100;

/**
 * Reads the body of a query. An empty array asks for every record. Throws a PimsRejection that names
 * the faulty filter.
 *
 * A field that no record can have is refused, as a database refuses an unknown column: matching
 * nothing would hide the typing mistake.
 */
export function readFilters(body: unknown, knownFields: ReadonlySet<string>): Filter[] {
  if (!Array.isArray(body)) throw new PimsRejection('The request body must be an array of filter objects.');
  if (body.length > MOST_FILTERS) throw new PimsRejection(`A query takes at most ${MOST_FILTERS} filters.`);
  return body.map((filter: unknown, index) => readFilter(filter, index, knownFields));
}

function readFilter(filter: unknown, index: number, knownFields: ReadonlySet<string>): Filter {
  const refuse = (what: string): PimsRejection => new PimsRejection(`Filter ${index + 1}: ${what}`);
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter)) throw refuse('not an object.');
  const { field, value, contains, conjunction } = filter as Record<string, unknown>;
  if (typeof field !== 'string' || field === '') throw refuse('field is missing.');
  if (!knownFields.has(field)) throw refuse(`unknown field '${field.slice(0, 80)}'.`);
  if (typeof value !== 'string' && typeof value !== 'number') throw refuse('value must be a text.');
  if (contains !== undefined && typeof contains !== 'boolean')
    throw refuse('contains must be true or false.');
  // The first filter has nothing to be combined with: whatever it says is not looked at.
  const isCombined = index > 0 && conjunction !== undefined;
  if (isCombined && conjunction !== 'AND' && conjunction !== 'OR')
    throw refuse('conjunction must be "AND" or "OR".');
  return {
    field,
    value: String(value).toLowerCase(),
    contains: contains === true,
    conjunction: conjunction === 'OR' ? 'OR' : 'AND',
  };
}

/**
 * Whether a record passes. Filters combine in order of appearance, from the left: A OR B AND C is
 * (A OR B) AND C. Values compare as texts, ignoring case in both kinds of match, which is how the
 * usual database collations compare and what a person who types "acme" expects.
 */
export function passes(fields: Fields, filters: readonly Filter[]): boolean {
  let passed = true;
  filters.forEach((filter, index) => {
    const value = column(fields, filter.field).toLowerCase();
    const matches = filter.contains ? value.includes(filter.value) : value === filter.value;
    if (index === 0) passed = matches;
    else passed = filter.conjunction === 'OR' ? passed || matches : passed && matches;
  });
  return passed;
}

const DEFAULT_MAX_RETURN = 100;

/** The maxReturn parameter; 100 when it is absent. Throws a PimsRejection unless it is a whole number above 0. */
export function readMaxReturn(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_MAX_RETURN;
  if (!/^\d{1,9}$/.test(text) || Number(text) === 0)
    throw new PimsRejection(`maxReturn must be a whole number above 0, not '${text.slice(0, 80)}'.`);
  return Number(text);
}
