import { fieldLabel } from '../../orders/field-labels.ts';
import { partKey } from '../../parts/part.ts';
import { compactHeading } from '../fields/compact-heading.ts';
import { type FieldName, type ImportField, REASON_HEADING } from '../fields/import-fields.ts';
import type { FileTable } from '../file/read-table.ts';
import { readNumber } from './number-reading.ts';
import { isSimilar } from './similar.ts';

/** Why a field is proposed for a column, the best reason first. The last two are guesses, to be shown as such. */
export const matchReasons = ['exact', 'synonym', 'similar', 'values'] as const;
export type MatchReason = (typeof matchReasons)[number];

/** A column of the file with some of its texts, and the field proposed for it; null: it is not imported. */
export interface ColumnMatch {
  readonly column: number;
  readonly heading: string;
  readonly samples: readonly string[];
  readonly match: (FieldName & { readonly reason: MatchReason }) | null;
}

const SAMPLES = 3;
/** Rows by whose values a column is judged. */
const ROWS_LOOKED_AT = 500;

/**
 * Proposes a field for each column: by the field’s name, by what people call it, by a similar name, and, for part code and
 * quantity alone, by the values. No field is proposed twice: the better reason wins, then the column further left. Of
 * twin headings none is proposed, for nobody can tell which one is meant.
 */
export function matchColumns(
  { headings, rows }: Pick<FileTable, 'headings' | 'rows'>,
  fields: readonly ImportField[],
  knownParts: ReadonlySet<string> = new Set(),
): ColumnMatch[] {
  const names = namesOf(headings);
  const own = compactHeading(REASON_HEADING);
  const open = new Set(
    names.flatMap((name, column) =>
      name !== own && names.indexOf(name) === names.lastIndexOf(name) ? [column] : [],
    ),
  );
  const free = new Set(fields);
  const found = new Map<number, FieldName & { readonly reason: MatchReason }>();
  const take = (column: number, field: ImportField, reason: MatchReason): void => {
    found.set(column, { table: field.table, field: field.field, reason });
    open.delete(column);
    free.delete(field);
  };
  for (const reason of ['exact', 'synonym', 'similar'] as const) {
    for (const column of [...open]) {
      const [field, other] = [...free].filter((one) => isNamed(one, names[column] ?? '', reason));
      // “Email” is as near to the e-mail of the bill as to that of the shipment.
      if (field !== undefined && (reason !== 'similar' || other === undefined)) take(column, field, reason);
    }
  }
  // “Référence” heads the parts of a French file and the orders of an English one: without a part it is the part.
  const part = [...free].find(({ table, field }) => table === 'ORDER_LINEITEMS' && field === 'PART_CODE');
  const other = [...found].find(
    ([column, { table }]) => table === 'ORDERS' && part?.synonyms.includes(names[column] ?? '') === true,
  );
  if (part !== undefined && other !== undefined) take(other[0], part, 'synonym');
  const looked = rows.slice(0, ROWS_LOOKED_AT);
  const texts = (column: number): string[] =>
    looked.map(({ cells }) => (cells[column] ?? '').trim()).filter((text) => text !== '');
  for (const [name, looksSo] of [
    ['PART_CODE', (values: readonly string[]) => looksLikeCodes(values, knownParts)],
    ['QUANTITY', looksLikeQuantities],
  ] as const) {
    const field = [...free].find((one) => one.table === 'ORDER_LINEITEMS' && one.field === name);
    const columns = field === undefined ? [] : [...open].filter((column) => looksSo(texts(column)));
    const [column] = columns;
    // With two that look so it would be a throw of dice.
    if (field !== undefined && column !== undefined && columns.length === 1) take(column, field, 'values');
  }
  return headings.map((heading, column) => ({
    column,
    heading,
    samples: [...new Set(texts(column))].slice(0, SAMPLES),
    match: found.get(column) ?? null,
  }));
}

/** Shopify heads its order numbers “Name”, which anywhere else is the name of somebody or something. */
function namesOf(headings: readonly string[]): string[] {
  const names = headings.map(compactHeading);
  const isShopify = names.includes('lineitemsku');
  return names.map((name) => (isShopify && name === 'name' ? 'ordername' : name));
}

function isNamed(
  { field, synonyms }: ImportField,
  name: string,
  reason: Exclude<MatchReason, 'values'>,
): boolean {
  switch (reason) {
    case 'exact':
      return name === compactHeading(field) || name === compactHeading(fieldLabel(field));
    case 'synonym':
      return synonyms.includes(name);
    case 'similar':
      return isSimilar(name, compactHeading(field)) || synonyms.some((synonym) => isSimilar(name, synonym));
  }
}

/** Codes that PIMS has, or texts that differ from row to row, hold digits and no blanks. */
function looksLikeCodes(texts: readonly string[], knownParts: ReadonlySet<string>): boolean {
  if (texts.length === 0) return false;
  const known = texts.filter((text) => knownParts.has(partKey(text))).length;
  if (known >= texts.length / 2) return true;
  const codes = texts.filter((text) => /^(?=.*\d)(?=.*[A-Za-z])\S{3,40}$/.test(text));
  return codes.length >= texts.length * 0.8 && new Set(texts).size >= texts.length * 0.7;
}

function looksLikeQuantities(texts: readonly string[]): boolean {
  const counts = texts.filter((text) => /^\d{1,4}$/.test(readNumber(text, 'point') ?? ''));
  return texts.length > 0 && counts.length >= texts.length * 0.9;
}
