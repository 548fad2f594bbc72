import type { FieldName, ImportField } from '../fields/import-fields.ts';
import type { FileTable } from '../file/read-table.ts';
import type { DateReading } from './date-reading.ts';
import type { CellReading, FieldSource, ImportMapping, MappedField } from './import-mapping.ts';
import { type Inference, inferDates, inferNumbers } from './infer-reading.ts';
import type { ColumnMatch } from './match-columns.ts';
import type { NumberReading } from './number-reading.ts';

/** A column that can be read in two ways: the person chooses once. */
export interface ReadingQuestion extends FieldName {
  readonly inference: Extract<Inference<NumberReading> | Inference<DateReading>, { kind: 'question' }>;
}

/** What of a table tells how its columns are read. */
type ReadTable = Pick<FileTable, 'rows' | 'headings' | 'reading'>;

export interface ProposedMapping {
  readonly mapping: ImportMapping;
  /** To be answered, by `cell.reading` of the field, before the rows are checked. */
  readonly questions: readonly ReadingQuestion[];
}

/** The mapping that the matches make, each column’s numbers and dates read in one way, found from all rows. */
export function proposeMapping(
  table: ReadTable,
  matches: readonly ColumnMatch[],
  fields: readonly ImportField[],
): ProposedMapping {
  const questions: ReadingQuestion[] = [];
  const mapped = matches.flatMap(({ column, match }): MappedField[] => {
    const field = fields.find((one) => one.table === match?.table && one.field === match.field);
    if (field === undefined) return [];
    const { cell, question } = inferCell(table, field, column);
    if (question !== null) questions.push(question);
    const source: FieldSource = { kind: 'columns', columns: [column], joiner: ' ' };
    return [{ table: field.table, field: field.field, source, cell, trim: true, whenBlank: '' }];
  });
  return { mapping: { fields: mapped, groupBy: [] }, questions };
}

/** How a column is read for a field; for a number or date with the question, if there is one. */
export function inferCell(
  table: ReadTable,
  { table: of, field, kind }: ImportField,
  column: number,
): { readonly cell: CellReading; readonly question: ReadingQuestion | null } {
  const cells = () => table.rows.map((row) => row.cells[column] ?? '');
  const isOurs = isOwnFile(table);
  switch (kind) {
    case 'code':
    case 'text':
      return { cell: { kind: 'text', upperCase: false }, question: null };
    case 'number': {
      const { reading, inference } = choose(inferNumbers(cells()), 'point', isOurs);
      return { cell: { kind, reading }, question: inference && { table: of, field, inference } };
    }
    case 'date': {
      const { reading, inference } = choose(inferDates(cells()), 'mdy', isOurs);
      return { cell: { kind, reading }, question: inference && { table: of, field, inference } };
    }
  }
}

/** The one reading, or the one of PIMS, provisionally where it has to be asked. */
function choose<R extends string>(inference: Inference<R>, ofPims: R, isOurs: boolean) {
  if (inference.kind === 'one') return { reading: inference.reading, inference: null };
  const reading = inference.readings.includes(ofPims) ? ofPims : (inference.readings[0] ?? ofPims);
  return { reading, inference: isOurs && reading === ofPims ? null : inference };
}

/**
 * Our files name PIMS’s own fields and part them by commas; their numbers and dates are written as PIMS writes them. A
 * spreadsheet that writes decimal commas parts cells by semicolons, also when it saves our template.
 */
function isOwnFile({ headings, reading: { source } }: ReadTable): boolean {
  return source.kind === 'text' && source.delimiter === ',' && headings.includes('PART_CODE');
}

/**
 * The columns by which one file probably makes several orders: the order’s reference or purchase order, when it has more
 * than one value. Null when the file is one order.
 */
export function proposeGrouping(
  { rows }: Pick<FileTable, 'rows'>,
  { fields }: ImportMapping,
): number[] | null {
  for (const name of ['REFERENCE_NUMBER', 'PO_NUMBER']) {
    const source = fields.find(({ table, field }) => table === 'ORDERS' && field === name)?.source;
    const column = source?.kind === 'columns' ? source.columns[0] : undefined;
    if (column === undefined) continue;
    const first = rows[0]?.cells[column]?.trim();
    if (rows.some(({ cells }) => (cells[column] ?? '').trim() !== first)) return [column];
  }
  return null;
}
