import type { CheckedRow } from '../check/checked-row.ts';
import type { ImportMapping } from '../columns/import-mapping.ts';
import { REASON_HEADING } from '../fields/import-fields.ts';
import { encodeText } from '../file/encode-text.ts';
import type { Delimiter, Encoding, FileRow } from '../file/file-reading.ts';
import type { FileTable } from '../file/read-table.ts';
import { csvText } from './csv-text.ts';

/** A file to give back: the rows that were not imported, as they came. */
export interface ReturnedFile {
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  /** A character, such as one of a reason, that the encoding of the file lacks; the file is in UTF-8 then. */
  readonly lacking: string | null;
}

/**
 * The rows that are rejected or left out, and the totals, in the file’s own columns, delimiter and encoding, with a last
 * column that says why. Reading it again gives the same cells; nothing in it runs as a formula.
 */
export function returnedRows(
  table: FileTable,
  mapping: ImportMapping,
  rows: readonly CheckedRow[],
): ReturnedFile {
  const { source } = table.reading;
  const given = [
    ...rows.map((row) => ({ cells: row.cells, why: reasonOf(row) })),
    ...table.totals.map(({ cells }: FileRow) => ({ cells, why: 'Recognised as a total.' })),
  ];
  const width = given.reduce((most, { cells }) => Math.max(most, cells.length), table.headings.length);
  const lines = [
    [...padded(headingsFor(table, mapping), width), REASON_HEADING],
    ...given.map(({ cells, why }) => [...padded(cells, width), why]),
  ];
  const delimiter: Delimiter = source.kind === 'text' ? source.delimiter : ',';
  const encoding: Encoding = source.kind === 'text' ? source.encoding : 'utf-8';
  const hasMark = source.kind === 'text' ? source.hasMark : true;
  const text = csvText(lines, delimiter);
  const encoded = encodeText(text, encoding, hasMark);
  if (encoded.isLossless) return { bytes: encoded.bytes, encoding, lacking: null };
  const wide = encodeText(text, 'utf-8', true);
  if (!wide.isLossless) throw new Error('UTF-8 holds every character.');
  return { bytes: wide.bytes, encoding: 'utf-8', lacking: encoded.character };
}

function reasonOf({ problems, isLeftOut }: CheckedRow): string {
  const reasons = problems.filter(({ isError }) => isError).map(({ message }) => message);
  const why = [...(isLeftOut ? ['Left out.'] : []), ...reasons].join(' ');
  // Quotes as every encoding has them, so that the file can stay in its own.
  return why.replace(/[“”]/g, '"').replaceAll('’', "'").replaceAll('…', '...');
}

/** The headings of the file; where it has none, the fields that its columns were imported into, so that it can be read again. */
function headingsFor({ headings, reading }: FileTable, { fields }: ImportMapping): readonly string[] {
  if (reading.headingLine !== null) return headings;
  return headings.map((heading, column) => {
    const field = fields.find(
      ({ source }) =>
        source.kind === 'columns' && source.columns.length === 1 && source.columns[0] === column,
    );
    return field?.field ?? heading;
  });
}

function padded(cells: readonly string[], width: number): string[] {
  return [...cells, ...Array.from({ length: width - cells.length }, () => '')];
}
