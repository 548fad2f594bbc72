/*
 * Tables on the clipboard as spreadsheets write them: cells parted by tabs, rows by line breaks, and a cell
 * that holds a tab, a break or a quote put in quotes, with its own quotes doubled.
 */

/**
 * Reads a table from the clipboard. One break at the end is dropped: Excel on Windows puts it there, and as a
 * row of its own it would wipe the row below. A cell that only looks quoted (`"` without an end) is taken as it is.
 */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const cell = readCell(text, at);
    row.push(cell.value);
    at = cell.end;
    if (text[at] === '\t') {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (at >= text.length) return rows;
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (at >= text.length) return rows;
  }
}

interface Cell {
  readonly value: string;
  /** Where the separator is, or the end of the text. */
  readonly end: number;
}

const QUOTED = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
const PLAIN = /[^\t\r\n]*/y;

function readCell(text: string, at: number): Cell {
  QUOTED.lastIndex = at;
  const quoted = QUOTED.exec(text);
  if (quoted !== null) {
    return { value: (quoted[1] ?? '').replaceAll('""', '"'), end: QUOTED.lastIndex };
  }
  PLAIN.lastIndex = at;
  return { value: PLAIN.exec(text)?.[0] ?? '', end: PLAIN.lastIndex };
}

/** Writes a table so that spreadsheets, and `readTsv`, read the same cells again. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(writeCell).join('\t')).join('\n');
}

function writeCell(value: string): string {
  return /[\t\r\n"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
