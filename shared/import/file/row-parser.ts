import Papa from 'papaparse';
import { RefusedFile } from './file-finding.ts';
import type { Delimiter, FileRow } from './file-reading.ts';
import { evenLineEnds, type LineEnd } from './line-ends.ts';

/** Takes a text in pieces, cut anywhere, and gives its rows as they become complete. */
export interface RowParser {
  push(piece: string): FileRow[];
  /** The rows that are left. Nothing may be pushed after it. */
  end(): FileRow[];
  /** The line that ends otherwise than those before it; null when all end alike. */
  readonly otherLineEnd: number | null;
}

/** A row that goes on for longer has lost the quote that ends a cell. */
const LONGEST_ROW = 262_144;
/** How far is looked at first behind a row whose quotes don’t match. */
const FIRST_LOOK = 1_024;
const BREAK = /\r\n|\r|\n/g;

/**
 * A parser of delimited text over Papa Parse that keeps line numbers and survives quotes that don’t match: such a row is
 * marked, and reading goes on with the line after it, so that one slip never swallows the rows behind it.
 * Its work is bounded by the length of the text, whatever is in it.
 */
export function createRowParser(delimiter: Delimiter): RowParser {
  let rest = '';
  let line = 1;
  let fileEnd: LineEnd | null = null;
  let otherLineEnd: number | null = null;

  const noteLineEnds = (lineEnd: LineEnd, firstLine: number, before: string | null): void => {
    if (before !== null) otherLineEnd ??= firstLine + breaksIn(before);
    else if (fileEnd !== null && fileEnd !== lineEnd) otherLineEnd ??= firstLine;
    fileEnd ??= lineEnd;
  };

  const take = (piece: string, isEnd: boolean): FileRow[] => {
    let held = '';
    let raw = rest + piece;
    // The LF that belongs to it may come with the next piece.
    if (!isEnd && raw.endsWith('\r')) {
      held = '\r';
      raw = raw.slice(0, -1);
    }
    const even = evenLineEnds(raw, delimiter);
    const { lineEnd } = even;
    const firstLine = line;
    const lacksEnd = isEnd && even.text !== '' && !even.text.endsWith(lineEnd);
    const text = lacksEnd ? even.text + lineEnd : even.text;

    const rows: FileRow[] = [];
    const parser = new Papa.Parser({ delimiter, newline: lineEnd });
    let look = Number.POSITIVE_INFINITY;
    let at = 0;
    for (;;) {
      // Whole lines only, so that what is found does not depend on where the pieces were cut.
      const isAll = text.length - at <= look;
      const lastEnd = isAll
        ? text.lastIndexOf(lineEnd)
        : text.lastIndexOf(lineEnd, at + look - lineEnd.length);
      const until = lastEnd + lineEnd.length;
      if (lastEnd < at) {
        if (isAll) break;
        look *= 2;
        continue;
      }
      const seen = text.slice(at, until);
      const { data, errors, meta }: Papa.ParseResult<string[]> = parser.parse(seen, 0, true);
      const slip = errors[0]?.row;
      const good = slip === undefined ? data : data.slice(0, slip);
      line = append(rows, good, line, slip === undefined ? seen.slice(0, meta.cursor) : seen);
      if (slip === undefined && meta.cursor > 0) {
        at += meta.cursor;
        if (at === text.length) break;
        look *= 2;
        continue;
      }
      if (slip === undefined && !isAll && look < LONGEST_ROW) {
        look *= 2;
        continue;
      }
      if (slip === undefined && !isEnd && text.length - at < LONGEST_ROW) break;
      // Rows before the slip are parsed once more to learn where it begins; the look is short by then.
      if (slip !== undefined && slip > 0) {
        const before = new Papa.Parser({ delimiter, newline: lineEnd, preview: slip });
        const { meta: found }: Papa.ParseResult<string[]> = before.parse(seen, 0, true);
        at += found.cursor;
      }
      const lineStop = text.indexOf(lineEnd, at);
      const cells = slip === undefined ? undefined : data[slip];
      const isOneLine = cells?.every((cell) => !cell.includes(lineEnd)) === true;
      rows.push(
        isOneLine && cells !== undefined
          ? { line, cells, defect: 'stray-quote' }
          : { line, cells: text.slice(at, lineStop).split(delimiter), defect: 'unclosed-quote' },
      );
      line += 1;
      at = lineStop + lineEnd.length;
      look = FIRST_LOOK;
      if (at >= text.length) break;
    }
    // A line end that stands in quotes, or was put there above, says nothing of the file.
    if (rows.length > (lacksEnd ? 1 : 0)) {
      noteLineEnds(lineEnd, firstLine, even.otherAt === null ? null : raw.slice(0, even.otherAt));
    }
    rest = text.slice(at) + held;
    if (rest.length > LONGEST_ROW * 4) {
      throw new RefusedFile(
        'no-text-line',
        `Line ${line} is longer than a million characters, so this is not a table of rows. Choose another encoding or file.`,
      );
    }
    return rows;
  };

  return {
    push: (piece) => take(piece, false),
    end: () => take('', true),
    get otherLineEnd() {
      return otherLineEnd;
    },
  };
}

/** Puts rows behind the others, each with its line; answers the line behind them. */
function append(rows: FileRow[], found: readonly string[][], first: number, text: string): number {
  let line = first;
  // Without a quote no cell holds a line break.
  const isPlain = !text.includes('"');
  for (const cells of found) {
    rows.push({ line, cells });
    line += 1;
    if (isPlain) continue;
    for (const cell of cells) if (cell.includes('\n') || cell.includes('\r')) line += breaksIn(cell);
  }
  return line;
}

function breaksIn(text: string): number {
  return text.match(BREAK)?.length ?? 0;
}
