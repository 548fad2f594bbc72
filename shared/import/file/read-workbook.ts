import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { detectHeading } from './detect-heading.ts';
import { type FileFinding, type FileRefusal, RefusedFile } from './file-finding.ts';
import { type FileReading, type FileRow, MOST_ROWS } from './file-reading.ts';
import { type TableAnswer, tableOf } from './read-table.ts';

/*
 * SheetJS is what knows how a cell is shown: the number format of a cell is half of a part code such as 00042. Its makers
 * no longer publish on npm, where `xlsx` has stayed at a version with known holes; @e965/xlsx is their newest release,
 * unchanged. The other kept readers give the stored number alone, and ExcelJS is not kept any more.
 */

/** The names of the sheets of a workbook, the hidden ones left out. */
export type OpenedWorkbook =
  | { readonly ok: true; readonly sheets: readonly string[] }
  | { readonly ok: false; readonly refusal: FileRefusal };

/** A packed file that unpacks to more is a trap or no table. */
const MOST_UNPACKED = 1_024 * 1_024 * 1_024;

/** Lists the sheets of a workbook. Never throws. */
export function openWorkbook(bytes: Uint8Array): OpenedWorkbook {
  try {
    const book = parse(bytes, { bookSheets: true, bookProps: false });
    const hidden = book.Workbook?.Sheets ?? [];
    const sheets = book.SheetNames.filter((_, index) => (hidden[index]?.Hidden ?? 0) === 0);
    return { ok: true, sheets: sheets.length > 0 ? sheets : book.SheetNames };
  } catch (cause) {
    return { ok: false, refusal: refusalOf(cause) };
  }
}

/** The reading of a sheet with its heading found. Never throws. */
export function detectSheet(
  bytes: Uint8Array,
  sheet: string,
):
  | { readonly ok: true; readonly reading: FileReading; readonly preview: readonly FileRow[] }
  | { readonly ok: false; readonly refusal: FileRefusal } {
  try {
    const { rows } = rowsOf(parse(bytes, { sheets: sheet, sheetRows: 100 }), sheet);
    const reading = {
      source: { kind: 'workbook', sheet } as const,
      ...detectHeading(rows),
      leaveOutTotals: true,
    };
    return { ok: true, reading, preview: rows.slice(0, 20) };
  } catch (cause) {
    return { ok: false, refusal: refusalOf(cause) };
  }
}

/**
 * Reads a sheet: each cell as the sheet shows it, so that codes keep their zeros; where the format hides digits of a
 * number, the number as it is stored, and that is a finding. Dates whose look depends on the country come as 2026-05-15.
 * Never throws.
 */
export function readSheetTable(
  bytes: Uint8Array,
  reading: FileReading & { readonly source: { readonly kind: 'workbook'; readonly sheet: string } },
): TableAnswer {
  try {
    const { sheet } = reading.source;
    const { rows, finding } = rowsOf(parse(bytes, { sheets: sheet, sheetRows: MOST_ROWS + 100 }), sheet);
    const answer = tableOf(rows, reading);
    if (!answer.ok || finding === null) return answer;
    return { ok: true, table: { ...answer.table, findings: [...answer.table.findings, finding] } };
  } catch (cause) {
    return { ok: false, refusal: refusalOf(cause) };
  }
}

interface ParseChoice {
  readonly bookSheets?: boolean;
  readonly bookProps?: boolean;
  readonly sheets?: string;
  readonly sheetRows?: number;
}

function parse(bytes: Uint8Array, choice: ParseChoice): WorkBook {
  if (unpackedSize(bytes) > MOST_UNPACKED) {
    throw new RefusedFile(
      'too-large',
      'The workbook unpacks to more than 1 GB. Save the sheet as CSV, and import that.',
    );
  }
  return read(bytes, {
    type: 'array',
    dense: true,
    cellNF: true,
    cellHTML: false,
    cellFormula: false,
    dateNF: 'yyyy-mm-dd',
    ...choice,
  });
}

function refusalOf(cause: unknown): FileRefusal {
  if (cause instanceof RefusedFile) return cause.refusal;
  const isLocked = cause instanceof Error && /password/i.test(cause.message);
  return {
    code: 'damaged-workbook',
    message: isLocked
      ? 'The workbook is protected by a password. Take it off in Excel, and import it again.'
      : 'The workbook can’t be opened: it is damaged, or no .xlsx. Open and save it in Excel, or save it as CSV.',
  };
}

/** What the directory at the end of a zip says of all its files together; 0 when there is none, which the reader finds. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const earliest = Math.max(0, end - 65_535);
  while (end >= earliest && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < earliest || end < 0) return 0;
  let entry = view.getUint32(end + 16, true);
  let size = 0;
  while (entry + 46 <= end && view.getUint32(entry, true) === 0x02014b50) {
    size += view.getUint32(entry + 24, true);
    entry +=
      46 +
      view.getUint16(entry + 28, true) +
      view.getUint16(entry + 30, true) +
      view.getUint16(entry + 32, true);
  }
  return size;
}

function rowsOf(
  book: WorkBook,
  name: string,
): { readonly rows: FileRow[]; readonly finding: FileFinding | null } {
  const sheet: WorkSheet | undefined = book.Sheets[name];
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet?.['!data'] ?? [];
  // A sheet is as wide as its widest row, and no row of it is ragged.
  const width = data.reduce((most, found) => Math.max(most, found?.length ?? 0), 0);
  const rounded: { readonly line: number; readonly shown: string; readonly value: string }[] = [];
  const rows = [...data.entries()].map(([index, found = []]): FileRow => {
    const line = index + 1;
    const cells = Array.from({ length: width }, (_, column) => {
      const cell = found[column];
      const text = cell === undefined ? '' : textOf(cell);
      if (cell?.t === 'n' && cell.w !== undefined && cell.w !== text)
        rounded.push({ line, shown: cell.w, value: text });
      return text;
    });
    return { line, cells };
  });
  const [first] = rounded;
  const finding: FileFinding | null =
    first === undefined ? null : { kind: 'shown-rounded', count: rounded.length, ...first };
  return { rows, finding };
}

/** A number format that shows digits and nothing else: one of a date or a percentage changes what the number says. */
const PLAIN_FORMAT = /^(?:General|[#0,. ]+)$/;

function textOf(cell: CellObject): string {
  switch (cell.t) {
    case 'z':
    case 'e':
      return cell.w ?? '';
    case 's':
      return typeof cell.v === 'string' ? cell.v : '';
    case 'n':
      return numberText(cell);
    default:
      return cell.w ?? String(cell.v ?? '');
  }
}

function numberText({ v, w, z }: CellObject): string {
  if (typeof v !== 'number') return w ?? '';
  if (w === undefined) return String(v);
  if (typeof z === 'string' && !PLAIN_FORMAT.test(z)) return w;
  return Number(w.replaceAll(',', '').replaceAll(' ', '')) === v ? w : String(v);
}
