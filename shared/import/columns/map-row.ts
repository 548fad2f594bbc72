import type { PimsFields } from '../../pims/fields.ts';
import { type DateReading, readDate } from './date-reading.ts';
import type { CellReading, ImportMapping, MappedField } from './import-mapping.ts';
import { readNumber } from './number-reading.ts';

/** What a cell says, as it stands in the file and as it is read: what is shown is what is imported. */
export interface FieldReading {
  readonly raw: string;
  readonly value: string;
  /** It is no number or date as its column is read; `value` is then the text as it stands. */
  readonly isMisread: boolean;
}

/** A row of the file in the fields of PIMS, for its line and for its order. Blank fields are left out. */
export interface MappedRow {
  readonly line: PimsFields;
  readonly order: PimsFields;
  /** Names of the fields that could not be read. */
  readonly misread: readonly string[];
}

/** Reads one field of a row. */
export function readField(field: MappedField, cells: readonly string[]): FieldReading {
  const raw = rawOf(field.source, cells);
  const value = readRaw(field, raw);
  return { raw, value: value ?? trimmed(field, raw), isMisread: value === null };
}

/** Null when the text is no number or date as the column is read. */
function readRaw(field: MappedField, raw: string): string | null {
  const text = trimmed(field, raw);
  if (text === '') return field.whenBlank;
  return field.source.kind === 'constant' ? text : readText(text, field.cell);
}

function trimmed({ trim }: MappedField, raw: string): string {
  return trim ? raw.trim() : raw;
}

/**
 * Reads all fields of rows, one row after the other. Rows with the same cells for their order share one record of it, for a
 * file says the same of an order in each of its rows.
 */
export function rowMapper({ fields }: ImportMapping): (cells: readonly string[]) => MappedRow {
  const ofLine = fields.filter(({ table }) => table === 'ORDER_LINEITEMS');
  const ofOrder = fields.filter(({ table }) => table === 'ORDERS');
  const orderColumns = ofOrder.flatMap(({ source }) => (source.kind === 'columns' ? source.columns : []));
  let before: readonly string[] | null = null;
  let order = NO_READINGS;
  return (cells) => {
    const line = readFields(ofLine, cells);
    const known = before;
    if (known === null || orderColumns.some((column) => cells[column] !== known[column])) {
      order = readFields(ofOrder, cells);
      before = cells;
    }
    const misread = order.misread.length === 0 ? line.misread : [...line.misread, ...order.misread];
    return { line: line.values, order: order.values, misread };
  };
}

interface ReadFields {
  readonly values: PimsFields;
  readonly misread: readonly string[];
}

function readFields(fields: readonly MappedField[], cells: readonly string[]): ReadFields {
  const values: Record<string, string> = {};
  let misread: string[] | undefined;
  for (const mapped of fields) {
    const raw = rawOf(mapped.source, cells);
    let value = readRaw(mapped, raw);
    if (value === null) {
      value = trimmed(mapped, raw);
      misread ??= [];
      misread.push(mapped.field);
    }
    if (value !== '') values[mapped.field] = value;
  }
  return { values, misread: misread ?? NOTHING };
}

const NOTHING: readonly string[] = [];
const NO_READINGS: ReadFields = { values: {}, misread: NOTHING };

/** Dates come again and again in a file, and are the slowest to read. */
const datesRead = new Map<string, string | null>();
const MOST_DATES = 5_000;

function readDateOnce(text: string, reading: DateReading): string | null {
  const key = `${reading}${text}`;
  const known = datesRead.get(key);
  if (known !== undefined) return known;
  const value = readDate(text, reading);
  if (datesRead.size >= MOST_DATES) datesRead.clear();
  datesRead.set(key, value);
  return value;
}

function rawOf(source: MappedField['source'], cells: readonly string[]): string {
  if (source.kind === 'constant') return source.value;
  const [first = 0] = source.columns;
  if (source.columns.length === 1) return cells[first] ?? '';
  return source.columns
    .map((column) => (cells[column] ?? '').trim())
    .filter((text) => text !== '')
    .join(source.joiner);
}

function readText(text: string, cell: CellReading): string | null {
  switch (cell.kind) {
    case 'text':
      return cell.upperCase ? text.toUpperCase() : text;
    case 'number':
      return readNumber(text, cell.reading);
    case 'date':
      return readDateOnce(text, cell.reading);
  }
}
