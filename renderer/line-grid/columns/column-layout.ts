import type { GridColumn } from '../model/grid-model.ts';
import { headingWidth } from '../model/text-width.ts';

/** What a person chose of the columns. Columns that it does not name stand behind the others and are shown. */
export interface ColumnLayout {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  /** px, by column. */
  readonly widths: Readonly<Record<string, number>>;
}

export const usualLayout: ColumnLayout = { order: [], hidden: [], widths: {} };

/** All columns in the order in which they are shown, the hidden ones among them. */
export function orderedIds(columns: readonly GridColumn[], { order }: ColumnLayout): string[] {
  const known = new Set(columns.map(({ id }) => id));
  return [...new Set([...order.filter((id) => known.has(id)), ...known])];
}

/** The columns that are seen, in order. */
export function shownIds(columns: readonly GridColumn[], layout: ColumnLayout): string[] {
  return orderedIds(columns, layout).filter((id) => !layout.hidden.includes(id));
}

/** True when the layout shows a column; one that is not seen all the same is none of the table's. */
export function isShownIn({ order, hidden }: ColumnLayout, id: string): boolean {
  return order.includes(id) && !hidden.includes(id);
}

/** Shows a column, as the last one when it is new, or hides it; the last one that is seen can't be hidden. */
export function toggleShown(columns: readonly GridColumn[], layout: ColumnLayout, id: string): ColumnLayout {
  const order = orderedIds(columns, layout);
  if (!order.includes(id)) return { ...layout, order: [...order, id] };
  if (layout.hidden.includes(id)) return { ...layout, hidden: layout.hidden.filter((one) => one !== id) };
  if (shownIds(columns, layout).length <= 1) return layout;
  return { ...layout, order, hidden: [...layout.hidden, id] };
}

/** Shows these columns, in this order, and hides the others. */
export function withShown(
  columns: readonly GridColumn[],
  layout: ColumnLayout,
  shown: readonly string[],
): ColumnLayout {
  const hidden = orderedIds(columns, layout).filter((id) => !shown.includes(id));
  return { ...layout, order: [...shown, ...hidden], hidden };
}

/** Puts a column where another one is that is seen. */
export function moveColumn(
  columns: readonly GridColumn[],
  layout: ColumnLayout,
  id: string,
  to: string,
): ColumnLayout {
  const order = orderedIds(columns, layout);
  const from = order.indexOf(id);
  const target = order.indexOf(to);
  if (from < 0 || target < 0 || from === target) return layout;
  return { ...layout, order: order.toSpliced(from, 1).toSpliced(target, 0, id) };
}

/** Moves a column by one place among those that are seen; at the ends it stays. */
export function shiftColumn(
  columns: readonly GridColumn[],
  layout: ColumnLayout,
  id: string,
  by: -1 | 1,
): ColumnLayout {
  const shown = shownIds(columns, layout);
  const neighbour = shown[shown.indexOf(id) + by];
  return neighbour === undefined || !shown.includes(id) ? layout : moveColumn(columns, layout, id, neighbour);
}

/** Narrower than this a heading says nothing any more, in px. */
export const LEAST_WIDTH = 56;
export const MOST_WIDTH = 900;

/** Sets the width of a column; null takes the chosen one back. */
export function resizeColumn(layout: ColumnLayout, id: string, width: number | null): ColumnLayout {
  const { [id]: _replaced, ...others } = layout.widths;
  if (width === null) return { ...layout, widths: others };
  const kept = Math.round(Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, width)));
  return { ...layout, widths: { ...others, [id]: kept } };
}

/**
 * The widths of the columns that are seen, in px; unless a person chooses so, no heading is cut off. What the chosen ones leave of the room goes to the columns of text that
 * have no chosen width, in proportion; without room the grid scrolls.
 */
export function columnWidths(
  columns: readonly GridColumn[],
  { widths }: ColumnLayout,
  room: number,
): Readonly<Record<string, number>> {
  const usual = new Map(columns.map(({ id, label, width }) => [id, Math.max(width, headingWidth(label))]));
  const widthOf = (id: string): number => widths[id] ?? usual.get(id) ?? LEAST_WIDTH;
  const taken = columns.reduce((sum, { id }) => sum + widthOf(id), 0);
  const growing = columns.filter(({ id, isFigure }) => widths[id] === undefined && !isFigure);
  const base = growing.reduce((sum, { id }) => sum + widthOf(id), 0);
  const spare = Math.max(0, room - taken);
  return Object.fromEntries(
    columns.map((column) => {
      const { id } = column;
      const share = growing.includes(column) ? Math.floor((spare * widthOf(id)) / base) : 0;
      return [id, widthOf(id) + share];
    }),
  );
}
