import { namedDelimiter } from './detect-delimiter.ts';
import { type FileFinding, type FileRefusal, RefusedFile } from './file-finding.ts';
import { type FileReading, type FileRow, MOST_ROWS, type TextSource } from './file-reading.ts';
import { takeOffProtection } from './protected-cell.ts';
import { tooManyRows } from './recognise-file.ts';
import { createRowParser } from './row-parser.ts';
import { countTrailingTotals } from './trailing-totals.ts';

/**
 * A file as a table. `rows` have something in them; `titles` stood before the heading, `totals` were recognised at the end
 * and left out, and `blank` rows hold nothing. Every record of the file is in exactly one of them, or is the heading.
 */
export interface FileTable {
  readonly reading: FileReading;
  /** One for each column; made of the column’s letter where the file gives none. */
  readonly headings: readonly string[];
  readonly rows: readonly FileRow[];
  readonly titles: readonly FileRow[];
  readonly totals: readonly FileRow[];
  readonly blank: number;
  readonly findings: readonly FileFinding[];
}

/** What a long reading tells on its way; `bytes` were read of the file so far. */
export interface ReadProgress {
  readonly bytes: number;
  readonly rows: number;
}

export interface ReadOptions {
  /** Stops the reading, which then rejects with the signal’s reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReadProgress) => void;
}

export type TableAnswer =
  | { readonly ok: true; readonly table: FileTable }
  | { readonly ok: false; readonly refusal: FileRefusal };

/**
 * Reads a text file as `reading` says, from its bytes in pieces (such as `file.stream()`), and gives the table or why there
 * is none. It holds the rows, never the whole text beside them, and never throws but when it is cancelled.
 */
export async function readTextTable(
  pieces: AsyncIterable<Uint8Array>,
  reading: FileReading & { readonly source: TextSource },
  options: ReadOptions = {},
): Promise<TableAnswer> {
  try {
    const gathering = gatherRows(reading);
    const { encoding, delimiter } = reading.source;
    // Its mark is taken off by the decoder.
    const decoder = new TextDecoder(encoding);
    const parser = createRowParser(delimiter);
    let bytes = 0;
    let isFirst = true;
    let isOdd = false;
    const take = (text: string): void => {
      const named = isFirst && text !== '' ? namedDelimiter(text) : null;
      if (text !== '') isFirst = false;
      // Looked for in the text at large, for that costs next to nothing; in single cells it would.
      isOdd ||= text.includes('\u0000') || text.includes('\uFFFD');
      gathering.add(parser.push(text), { beginsWithSeparator: named !== null, isOdd });
    };
    for await (const piece of pieces) {
      options.signal?.throwIfAborted();
      bytes += piece.length;
      take(decoder.decode(piece, { stream: true }));
      options.onProgress?.({ bytes, rows: gathering.count() });
    }
    options.signal?.throwIfAborted();
    take(decoder.decode());
    gathering.add(parser.end(), { beginsWithSeparator: false, isOdd });
    return { ok: true, table: gathering.table(parser.otherLineEnd) };
  } catch (cause) {
    if (cause instanceof RefusedFile) return { ok: false, refusal: cause.refusal };
    throw cause;
  }
}

/** Sorts the rows of a sheet, which come at once, as those of a text are. */
export function tableOf(rows: readonly FileRow[], reading: FileReading): TableAnswer {
  try {
    const gathering = gatherRows(reading);
    gathering.add(rows, { beginsWithSeparator: false, isOdd: true });
    return { ok: true, table: gathering.table(null) };
  } catch (cause) {
    if (cause instanceof RefusedFile) return { ok: false, refusal: cause.refusal };
    throw cause;
  }
}

const APOSTROPHE = 0x27;

interface Gathering {
  add(
    rows: readonly FileRow[],
    about: { readonly beginsWithSeparator: boolean; readonly isOdd: boolean },
  ): void;
  count(): number;
  table(otherLineEnd: number | null): FileTable;
}

function gatherRows(reading: FileReading): Gathering {
  const titles: FileRow[] = [];
  const rows: FileRow[] = [];
  let heading: FileRow | null = null;
  let blank = 0;
  const nul = { line: 0, count: 0 };
  const undecodable = { line: 0, count: 0 };
  const { headingLine, firstLine } = reading;
  const begins = headingLine === null ? firstLine : headingLine + 1;

  const add = (row: FileRow, isOdd: boolean): void => {
    let isBlank = true;
    let isProtected = false;
    for (const cell of row.cells) {
      if (cell === '') continue;
      if (isBlank && cell.trim() !== '') isBlank = false;
      if (cell.charCodeAt(0) === APOSTROPHE) isProtected = true;
      if (!isOdd) continue;
      note(nul, row.line, cell, '\u0000');
      note(undecodable, row.line, cell, '\uFFFD');
    }
    if (row.line === headingLine) heading = row;
    else if (isBlank) blank += 1;
    else if (row.line < begins) titles.push(row);
    else rows.push(isProtected ? withoutProtection(row) : row);
  };

  return {
    add(found, { beginsWithSeparator, isOdd }) {
      for (const row of found) {
        // The line `sep=;` is for the program that reads the file.
        if (beginsWithSeparator && row.line === 1) continue;
        add(row, isOdd);
      }
      if (rows.length > MOST_ROWS) throw tooManyRows();
    },
    count: () => rows.length,
    table(otherLineEnd) {
      const headings = headingsOf(heading, rows);
      const totals = reading.leaveOutTotals ? countTrailingTotals(rows, headings.length) : 0;
      const findings: FileFinding[] = [];
      if (otherLineEnd !== null) findings.push({ kind: 'mixed-line-ends', line: otherLineEnd });
      if (nul.count > 0) findings.push({ kind: 'nul', ...nul });
      if (undecodable.count > 0) findings.push({ kind: 'undecodable', ...undecodable });
      if (heading !== null) findings.push(...twinsOf(heading));
      const kept = totals === 0 ? rows : rows.slice(0, -totals);
      if (kept.length === 0) {
        throw new RefusedFile(
          'no-rows',
          'The file has no rows below its heading. Check where the heading is.',
        );
      }
      return {
        reading,
        headings,
        rows: kept,
        titles,
        totals: totals === 0 ? [] : rows.slice(-totals),
        blank,
        findings,
      };
    },
  };
}

function withoutProtection(row: FileRow): FileRow {
  return { ...row, cells: row.cells.map(takeOffProtection) };
}

function note(finding: { line: number; count: number }, line: number, cell: string, sign: string): void {
  if (!cell.includes(sign)) return;
  if (finding.count === 0) finding.line = line;
  finding.count += cell.split(sign).length - 1;
}

/** The headings, and a name for each column that has cells and none: “Column C”. */
function headingsOf(heading: FileRow | null, rows: readonly FileRow[]): string[] {
  const given = heading?.cells.map((cell) => takeOffProtection(cell.trim())) ?? [];
  // Blank cells behind the last heading are what a delimiter at the end of each line leaves.
  let width = given.findLastIndex((cell) => cell !== '') + 1;
  if (heading === null) for (const { cells } of rows) width = Math.max(width, cells.length);
  return Array.from({ length: width }, (_, column) => given[column] || `Column ${columnLetter(column)}`);
}

/** As spreadsheets name columns: A, B … Z, AA. */
export function columnLetter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetter(Math.floor(column / 26) - 1) + last;
}

function twinsOf({ line, cells }: FileRow): FileFinding[] {
  const places = new Map<string, number[]>();
  for (const [column, cell] of cells.entries()) {
    const name = cell.trim();
    if (name === '') continue;
    places.set(name, [...(places.get(name) ?? []), column]);
  }
  return [...places]
    .filter(([, columns]) => columns.length > 1)
    .map(([name, columns]) => ({ kind: 'twin-headings', line, name, columns }));
}
