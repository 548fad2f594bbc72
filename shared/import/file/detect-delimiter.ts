import { type Delimiter, delimiters, type FileRow } from './file-reading.ts';
import { createRowParser } from './row-parser.ts';

/** How well a delimiter parts the first rows of a file, from 0 to 1. */
interface DelimiterScore {
  readonly delimiter: Delimiter;
  readonly score: number;
}

/** So many rows tell a delimiter; more make no difference. */
const ROWS_LOOKED_AT = 200;
const SEPARATOR_LINE = /^sep=(.)(?:\r\n|\r|\n|$)/i;
/** Among equals: what stands in texts least often comes first. */
const preference: readonly Delimiter[] = ['\t', ';', '|', ','];

/** The delimiter that a first line such as `sep=;` names, as Excel writes and reads it; null without one. */
export function namedDelimiter(text: string): Delimiter | null {
  const named = SEPARATOR_LINE.exec(text)?.[1];
  return delimiters.find((delimiter) => delimiter === named) ?? null;
}

/**
 * The delimiters that part the first rows of a text, best first. A good one gives most rows the same number of cells and
 * leaves no other delimiter between them: in `A;1,5` the comma is a decimal, and the heading has none.
 */
function scoreDelimiters(head: string): DelimiterScore[] {
  const scores = preference.map((delimiter) => ({ delimiter, score: scoreOf(head, delimiter) }));
  return scores.toSorted((a, b) => b.score - a.score);
}

/** The best delimiter; a comma when the file has one column. */
export function detectDelimiter(head: string): Delimiter {
  const named = namedDelimiter(head);
  if (named !== null) return named;
  const [best] = scoreDelimiters(head);
  return best === undefined || best.score === 0 ? ',' : best.delimiter;
}

function scoreOf(head: string, delimiter: Delimiter): number {
  if (!head.includes(delimiter)) return 0;
  const rows = firstRows(head, delimiter);
  if (rows.length === 0) return 0;
  const widths = new Map<number, number>();
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  let width = 1;
  let agreeing = 0;
  for (const [cells, count] of widths) {
    if (cells > 1 && (count > agreeing || (count === agreeing && cells > width))) {
      width = cells;
      agreeing = count;
    }
  }
  if (width === 1) return 0;
  const alike = rows.filter(({ cells }) => cells.length === width);
  const slips = rows.filter(({ defect }) => defect !== undefined).length;
  let foreign = 0;
  for (const other of delimiters) {
    if (other !== delimiter) foreign = Math.max(foreign, foreignShare(alike, other));
  }
  // A heading or first row of another width speaks against it, more than a title or a total does.
  const [first] = alike;
  const heading = first !== undefined && rows.indexOf(first) <= rows.length * 0.1 + 3 ? 1 : 0.5;
  const many = Math.min(1, 0.8 + width * 0.02);
  return (agreeing / rows.length) * (1 - slips / rows.length) * (1 - foreign * 0.7) * heading * many;
}

/** The share of rows that another delimiter would part as well; a comma with digits around it, or a blank behind, counts less. */
function foreignShare(rows: readonly FileRow[], other: Delimiter): number {
  const pattern =
    other === ',' ? /,(?![\d ])|(?<!\d),(?! )/ : other === '|' ? /\|/ : other === ';' ? /;(?! )/ : /\t/;
  return rows.filter(({ cells }) => cells.some((cell) => pattern.test(cell))).length / rows.length;
}

/** The first rows with something in them. The last one may be cut off and is left out when there are others. */
function firstRows(head: string, delimiter: Delimiter): FileRow[] {
  const parser = createRowParser(delimiter);
  const whole = parser.push(head);
  const rows = whole.length > 1 ? whole : [...whole, ...parser.end()];
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).slice(0, ROWS_LOOKED_AT);
}
