import type { CellPlace, GridRow } from './grid-model.ts';

/** The cells that hold a text, row by row; upper and lower case alike. None for an empty text. */
export function findCells(rows: readonly GridRow[], columns: readonly string[], text: string): CellPlace[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const found: CellPlace[] = [];
  rows.forEach(({ fields }, row) => {
    columns.forEach((name, column) => {
      if (fields[name]?.toLowerCase().includes(wanted)) found.push({ row, column });
    });
  });
  return found;
}

/** Index of the next find after a cell, or of the one before it, going round; -1 without finds. */
export function nextFind(found: readonly CellPlace[], from: CellPlace, back: boolean): number {
  const isBefore = (place: CellPlace): boolean =>
    place.row < from.row || (place.row === from.row && place.column < from.column);
  const isHere = ({ row, column }: CellPlace): boolean => row === from.row && column === from.column;
  if (found.length === 0) return -1;
  if (back) {
    const index = found.findLastIndex(isBefore);
    return index < 0 ? found.length - 1 : index;
  }
  const index = found.findIndex((place) => !isBefore(place) && !isHere(place));
  return index < 0 ? 0 : index;
}
