import { compactHeading } from '../fields/compact-heading.ts';
import { knownFields, REASON_HEADING } from '../fields/import-fields.ts';
import type { FileRow } from './file-reading.ts';

/** Where the heading of a file is, and where its rows begin; lines from 1. */
export interface HeadingGuess {
  readonly headingLine: number | null;
  readonly firstLine: number;
}

const ROWS_LOOKED_AT = 60;
/** Titles are few; a heading further down is for the person to point at. */
const MOST_TITLES = 20;
const NUMBER_OR_DATE =
  /^[+-]?[\d.,\s'’]*\d[\d.,\s'’]*[%€$£-]?$|^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[ T][\d:.]+Z?)?$/;

const names = new Set([
  ...knownFields.flatMap(({ field, synonyms }) => [compactHeading(field), ...synonyms]),
  compactHeading(REASON_HEADING),
]);

/**
 * Finds the heading among the first rows: the first row that is about as wide as the table and names columns. Rows
 * before it with few cells are titles. A first row that holds numbers where the others do is no heading.
 */
export function detectHeading(rows: readonly FileRow[]): HeadingGuess {
  const filled = rows.filter(({ cells }) => widthOf(cells) > 0).slice(0, ROWS_LOOKED_AT);
  const [first] = filled;
  if (first === undefined) return { headingLine: null, firstLine: 1 };
  const width = usualWidth(filled);
  const candidates = filled.slice(0, MOST_TITLES).flatMap((row, index) => {
    const texts = row.cells.filter((cell) => cell.trim() !== '');
    const isWide = texts.length >= Math.max(1, Math.ceil(width * 0.5)) && (width === 1 || texts.length > 1);
    return isWide ? [{ row, index, known: knownNames(texts) }] : [];
  });
  const named = candidates.find(({ row, known }) => known > 0 && !holdsNumbers(row));
  // Two known names among many are worth more than a first row that only looks like words.
  if (named !== undefined && (named.known > 1 || named.index <= 1 || width <= 3))
    return at(named.row, filled);
  const [top] = candidates;
  if (top === undefined) return { headingLine: null, firstLine: first.line };
  const below = filled.slice(top.index + 1);
  if (!holdsNumbers(top.row) && areDistinct(top.row) && numbersBelow(top.row, below))
    return at(top.row, filled);
  return { headingLine: null, firstLine: top.row.line };
}

function at(heading: FileRow, filled: readonly FileRow[]): HeadingGuess {
  const next = filled[filled.indexOf(heading) + 1];
  return { headingLine: heading.line, firstLine: next?.line ?? heading.line + 1 };
}

/** Cells up to the last one with something in it. */
function widthOf(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

function usualWidth(rows: readonly FileRow[]): number {
  const widths = rows.map(({ cells }) => widthOf(cells)).toSorted((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.6)] ?? 1;
}

function knownNames(texts: readonly string[]): number {
  return texts.filter((text) => names.has(compactHeading(text))).length;
}

function holdsNumbers({ cells }: FileRow): boolean {
  return cells.some((cell) => NUMBER_OR_DATE.test(cell.trim()));
}

function areDistinct({ cells }: FileRow): boolean {
  const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return new Set(texts).size === texts.length;
}

/** True if some column under the words of the row holds numbers, nearly throughout. */
function numbersBelow({ cells }: FileRow, below: readonly FileRow[]): boolean {
  if (below.length === 0) return false;
  return cells.some((cell, column) => {
    if (cell.trim() === '') return false;
    const texts = below.map((row) => (row.cells[column] ?? '').trim()).filter((text) => text !== '');
    const numbers = texts.filter((text) => NUMBER_OR_DATE.test(text)).length;
    return texts.length > 0 && numbers >= texts.length * 0.8;
  });
}
