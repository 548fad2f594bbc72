import { isFieldName, toFieldName } from '../../shared/pims/fields.ts';
import { type Filter, MAX_RETURN_LIMIT, type OrderQuery } from '../../shared/pims/filters.ts';

/** One row of the filter builder, as typed. */
export interface FilterRow {
  readonly id: string;
  readonly conjunction: Filter['conjunction'];
  readonly field: string;
  readonly contains: boolean;
  readonly value: string;
}

/** The filter builder, as typed. */
export interface FilterForm {
  readonly rows: readonly FilterRow[];
  readonly maxReturn: string;
}

/** What keeps a form from being searched with: by row id, and for the number to return. */
export interface FilterProblems {
  readonly rows: Readonly<Record<string, string>>;
  readonly maxReturn: string | null;
}

export type FilterReading =
  | { readonly ok: true; readonly query: OrderQuery }
  | { readonly ok: false; readonly problems: FilterProblems };

/** A row that nothing was typed into yet. */
export function newFilterRow(field = ''): FilterRow {
  return { id: crypto.randomUUID(), conjunction: 'AND', field, contains: true, value: '' };
}

/** The form that shows a query. */
export function formOf(query: OrderQuery): FilterForm {
  return {
    rows: query.filters.map((filter) => ({ id: crypto.randomUUID(), ...filter })),
    maxReturn: String(query.maxReturn),
  };
}

/** Reads the form as a query. Rows into which nothing was typed are left out; values stay as typed. */
export function readFilterForm(form: FilterForm): FilterReading {
  const filters: Filter[] = [];
  const rows: Record<string, string> = {};
  for (const row of form.rows) {
    const field = toFieldName(row.field);
    if (field === '' && row.value === '') continue;
    if (field === '') rows[row.id] = 'Choose the field that shall hold this value.';
    else if (!isFieldName(field)) rows[row.id] = `“${field}” is not a PIMS field name.`;
    else filters.push({ field, value: row.value, contains: row.contains, conjunction: row.conjunction });
  }
  const maxReturn = readMaxReturn(form.maxReturn);
  if (maxReturn !== undefined && Object.keys(rows).length === 0)
    return { ok: true, query: { filters, maxReturn } };
  return {
    ok: false,
    problems: {
      rows,
      maxReturn:
        maxReturn === undefined
          ? `Enter a whole number from 1 to ${MAX_RETURN_LIMIT.toLocaleString()}.`
          : null,
    },
  };
}

function readMaxReturn(typed: string): number | undefined {
  const text = typed.trim();
  if (!/^\d{1,6}$/.test(text)) return undefined;
  const number = Number(text);
  return number >= 1 && number <= MAX_RETURN_LIMIT ? number : undefined;
}
