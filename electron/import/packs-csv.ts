import Papa from 'papaparse';
import { DeskError } from '../../shared/errors.ts';
import { enteredPackSchema, type Pack } from '../../shared/parts/pack.ts';
import type { RowProblem } from '../../shared/parts/pack-import.ts';
import { partKey } from '../../shared/parts/part.ts';

/** The packs of a file, each with its row, and the rows that can't be taken over. */
export interface PacksReading {
  /** Rows with something in them, without the heading. */
  readonly rows: number;
  readonly packs: readonly Pack[];
  /** Rows that say the same as one before. */
  readonly repeated: number;
  readonly problems: readonly RowProblem[];
}

type Column = keyof Pack;

/** How each column may be headed, without regard to capitals, blanks, dashes and underscores. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  barcode: ['barcode', 'casebarcode', 'casecode', 'packbarcode', 'code', 'ean', 'upc', 'gtin'],
  partCode: ['partcode', 'part', 'partnumber', 'sku', 'item', 'itemcode'],
  quantity: ['quantity', 'qty', 'pieces', 'packquantity', 'packqty', 'packsize', 'unitspercase'],
};
const NAMES: Readonly<Record<Column, string>> = {
  barcode: 'BARCODE',
  partCode: 'PART_CODE',
  quantity: 'QUANTITY',
};
const columns = ['barcode', 'partCode', 'quantity'] as const;

const DELIMITERS = [',', ';', '\t'];
const MOST_ROWS = 100_000;
/** Excel writes long digits so, and has lost the last of them by then. */
const EXPONENT = /^\d(?:[.,]\d+)?E\+\d+$/i;

/**
 * Reads the text of a CSV of packs: a heading with BARCODE, PART_CODE and QUANTITY in any order, further columns are
 * passed over; parted by commas, semicolons or tabs. Nothing is guessed: a row that is not in order is a problem with its
 * reason.
 * @throws DeskError `invalid-input` when the heading lacks a column or has one twice, or there are too many rows
 */
export function readPacksCsv(text: string): PacksReading {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const [heading = [], ...body] = data;
  const places = readHeading(heading);
  if (body.length > MOST_ROWS) throw invalid(`The file has more than ${MOST_ROWS} rows. Split it up.`);
  const quotes = new Set(errors.flatMap(({ type, row }) => (type === 'Quotes' ? [row] : [])));

  const packs = new Map<string, { readonly pack: Pack; readonly row: number }>();
  const problems: RowProblem[] = [];
  let rows = 0;
  let repeated = 0;
  for (const [index, cells] of body.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    rows += 1;
    const row = index + 2;
    const reading = quotes.has(index + 1)
      ? 'The quotes in it don’t match.'
      : readRow(cells, places, heading.length);
    const before = typeof reading === 'string' ? undefined : packs.get(reading.barcode);
    if (typeof reading === 'string') problems.push({ row, problem: reading });
    else if (before === undefined) packs.set(reading.barcode, { pack: reading, row });
    else if (isSame(before.pack, reading)) repeated += 1;
    else problems.push({ row, problem: `Row ${before.row} has this barcode with another part or quantity.` });
  }
  return { rows, packs: [...packs.values()].map(({ pack }) => pack), repeated, problems };
}

/** Whether two packs of one barcode say the same. */
export function isSame(one: Pack, other: Pack): boolean {
  return partKey(one.partCode) === partKey(other.partCode) && one.quantity === other.quantity;
}

/** The one by which the heading makes the most sense: in the rows below, texts may hold any of them. */
function delimiterOf(text: string): string {
  const columnsBy = (delimiter: string): number => {
    const [heading = []] = Papa.parse<string[]>(text, { delimiter, preview: 1 }).data;
    return columns.filter((column) => placesOf(column, heading).length > 0).length;
  };
  return DELIMITERS.reduce((best, other) => (columnsBy(other) > columnsBy(best) ? other : best));
}

function placesOf(column: Column, heading: readonly string[]): number[] {
  const words = heading.map((cell) => cell.toLowerCase().replace(/[\s_-]+/g, ''));
  return words.flatMap((word, index) => (HEADINGS[column].includes(word) ? [index] : []));
}

function readHeading(heading: readonly string[]): Readonly<Record<Column, number>> {
  const place = (column: Column): number => {
    const found = placesOf(column, heading);
    const [first] = found;
    if (first === undefined) {
      throw invalid(
        `The first row has no column ${NAMES[column]}. It has to name three: ${columns.map((one) => NAMES[one]).join(', ')}.`,
      );
    }
    if (found.length > 1) {
      const names = found.map((index) => `“${heading[index] ?? ''}”`).join(' and ');
      throw invalid(`The first row has ${names}, which could each be ${NAMES[column]}. Leave one of them.`);
    }
    return first;
  };
  return { barcode: place('barcode'), partCode: place('partCode'), quantity: place('quantity') };
}

/** The pack of a row, or what is wrong with it. */
function readRow(
  cells: readonly string[],
  places: Readonly<Record<Column, number>>,
  width: number,
): Pack | string {
  // Blank cells behind the last column do no harm, and spreadsheets add them.
  if (cells.slice(width).some((cell) => cell.trim() !== '')) return 'It has more cells than the heading.';
  const cell = (column: Column) => (cells[places[column]] ?? '').trim();
  const [barcode, partCode, quantity] = columns.map(cell);
  const missing = columns.find((column) => cell(column) === '');
  if (missing !== undefined) return `It has no ${NAMES[missing]}.`;
  const damaged = columns.find((column) => column !== 'quantity' && EXPONENT.test(cell(column)));
  if (damaged !== undefined) {
    return `A spreadsheet has shortened the ${NAMES[damaged]} to “${cell(damaged)}”. Format the column as text, enter it anew and save again.`;
  }
  const reading = enteredPackSchema.safeParse({ barcode, partCode, quantity });
  if (reading.success) return reading.data;
  const [issue] = reading.error.issues;
  if (issue?.path[0] === 'quantity') return issue.message;
  return 'A code in it is too long.';
}

function invalid(message: string): DeskError {
  return new DeskError('invalid-input', message);
}
