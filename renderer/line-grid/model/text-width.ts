import type { GridColumn, GridRow } from './grid-model.ts';

/** px: the sizes of the letters of cells and headings, and what stands beside the text there; as in the style sheets. */
const CELL = { size: 13, beside: 17 };
/** They have 12 px, but are bold, which takes about a tenth more. */
const HEADING = { size: 13.2, beside: 30 };

/**
 * About what a text takes in px, for letters of this size. Reckoned rather than measured, so that it needs no page; for what is
 * usual in an order it is rather too much than too little.
 */
function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) ems += emsOf(letter);
  return ems * size;
}

function emsOf(letter: string): number {
  if (/[\s.,:;'|ijlI()/-]/.test(letter)) return 0.33;
  if (/[mwMW@%]/.test(letter)) return 0.92;
  if (/[\p{Lu}_&#+]/u.test(letter)) return 0.7;
  // Of scripts that have no alphabet every sign is as wide as it is high.
  return /[\u2e80-\uffdc]/u.test(letter) ? 1 : 0.58;
}

/** Whether a text is likely to be cut off in a cell of this width, in px. Where that is wrong, a text is shown whole that already is. */
export function isCutOff(text: string, width: number): boolean {
  return textWidth(text, CELL.size) > width - CELL.beside;
}

/** The width in px in which a heading is not cut off, with its arrow. */
export function headingWidth(label: string): number {
  return Math.ceil(textWidth(label, HEADING.size)) + HEADING.beside;
}

/** The width in px in which neither the heading of a column is cut off nor any of its cells. */
export function fittedWidth({ id, label }: GridColumn, rows: readonly GridRow[]): number {
  let most = 0;
  for (const { fields } of rows) {
    const text = fields[id];
    if (text !== undefined) most = Math.max(most, textWidth(text, CELL.size));
  }
  return Math.max(headingWidth(label), Math.ceil(most) + CELL.beside);
}
