import { readTsv } from '../../../shared/drafts/tsv.ts';
import { type CellRect, columnCount, rowCount } from '../model/grid-model.ts';
import { planWrite, type WritePlan, type WriteTarget } from './write-plan.ts';

export interface PastePlan extends WritePlan {
  /** The block that the paste covers. */
  readonly region: CellRect;
  /** Cells with text in them for which there is no column. */
  readonly beside: number;
  /** Cells with text in them for which there is no row, where none can be added. */
  readonly below: number;
}

/**
 * Pastes a table of cells into the marked block, as a spreadsheet does: one value fills the whole block, a table goes in as
 * often as it fits exactly, else once from the upper left cell on, whatever the size of the block. A block one cell wide or
 * high stands for as many as the table has: a row of two cells goes into every marked row. Rows below the last one are added
 * unless they are blank.
 */
export function planPaste(
  target: WriteTarget,
  block: CellRect,
  table: readonly (readonly string[])[],
): PastePlan {
  // The empty row at the end is marked along with the others by Ctrl+A; it is there to be begun, not to be filled up.
  const last = Math.max(block.top, Math.min(block.bottom, target.rows.length - 1));
  const marked: CellRect = { ...block, bottom: last };
  const height = table.length;
  const width = Math.max(1, ...table.map((row) => row.length));
  const high = fitted(rowCount(marked), height);
  const wide = fitted(columnCount(marked), width);
  const fits = high !== null && wide !== null;
  const { top, left } = marked;
  const region: CellRect = {
    top,
    left,
    bottom: top + (fits ? high : height) - 1,
    right: Math.min(left + (fits ? wide : width) - 1, target.columns.length - 1),
  };
  const plan = planWrite(
    target,
    region,
    (row, column) => table[(row - top) % height]?.[(column - left) % width],
  );
  const roomBelow = target.canAdd ? height : target.rows.length - top;
  const roomBeside = target.columns.length - left;
  const countText = (rows: readonly (readonly string[])[]) =>
    rows.reduce((count, row) => count + row.filter((cell) => cell.trim() !== '').length, 0);
  return {
    ...plan,
    region,
    beside: countText(table.slice(0, roomBelow).map((row) => row.slice(roomBeside))),
    below: countText(table.slice(roomBelow)),
  };
}

/** How far a table reaches that is repeated over a block, in one direction; null when it does not fit exactly. */
function fitted(block: number, table: number): number | null {
  if (block === 1) return table;
  return block % table === 0 ? block : null;
}

/** What is said of a paste over rows that are there and others that are added, apart from what was skipped or dropped. */
export function pastedWords(over: number, added: number): string {
  const rows = over + added;
  const pasted = rows === 1 ? '1 row' : `${rows} rows`;
  if (added === 0) return `Pasted ${pasted} over what was there.`;
  return over === 0 ? `Pasted ${pasted} as new lines.` : `Pasted ${pasted}, ${added} of them as new lines.`;
}

/** What is said of cells that have no place; empty when all have one. */
export function droppedWords({ beside, below }: PastePlan): string {
  const cells = (count: number) => (count === 1 ? '1 cell was' : `${count} cells were`);
  const words: string[] = [];
  if (beside > 0) {
    words.push(
      `${cells(beside)} not pasted: the table has no column for them. Add the column first, or begin further left.`,
    );
  }
  if (below > 0) words.push(`${cells(below)} not pasted: no lines can be added here.`);
  return words.join(' ');
}

/**
 * A text from the clipboard as it goes into a cell that is open: one that comes from a spreadsheet without its quotes, breaks and tabs,
 * cells beside and below each other parted by spaces. Any other stays to the letter, its spaces too.
 */
export function textForOpenCell(text: string, clean: (cell: string) => string): string {
  if (!/[\t\r\n]/.test(text)) return text;
  const cells = readTsv(text).flatMap((row) => row.map(clean));
  return cells.filter((cell) => cell !== '').join(' ');
}
