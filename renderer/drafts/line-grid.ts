/* How the two tables of lines are laid out: the new lines, and those that the order has. */

/** Height of a row in px; line-table.module.css has it too. */
export const ROW_HEIGHT = 30;

/** What a row of either table is drawn from. */
export interface DrawnRow {
  readonly index: number;
  /** Where the row begins, in px from the top of the table's body. */
  readonly top: number;
  readonly columns: readonly string[];
  /** The widths of the columns, as CSS. */
  readonly template: string;
  readonly problems: ReadonlyMap<string, string>;
  readonly readOnly: boolean;
}

/** The widths of the columns as CSS, between what a table has at the left and at the right of them. */
export function gridTemplate(
  left: string,
  columns: readonly string[],
  widths: Readonly<Record<string, string>>,
  right = '',
): string {
  const middle = columns.map((field) => widths[field] ?? 'minmax(110px, 1fr)');
  return [left, ...middle, right].join(' ').trim();
}
