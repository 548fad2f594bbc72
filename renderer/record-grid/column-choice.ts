/** Shows a field as the last column, or hides it; the last column left can't be hidden. */
export function toggleColumn(columns: readonly string[], field: string): readonly string[] {
  if (!columns.includes(field)) return [...columns, field];
  return columns.length > 1 ? columns.filter((one) => one !== field) : columns;
}

/** Moves a column by so many places; at the ends it stays. */
export function shiftColumn(columns: readonly string[], field: string, by: number): readonly string[] {
  const from = columns.indexOf(field);
  const to = from + by;
  if (from < 0 || to < 0 || to >= columns.length) return columns;
  return columns.toSpliced(from, 1).toSpliced(to, 0, field);
}

/** The fields that can be shown: the shown ones in their order, then the others by name. */
export function offeredFields(columns: readonly string[], known: Iterable<string>): string[] {
  const others = [...new Set(known)].filter((field) => !columns.includes(field));
  return [...columns, ...others.sort((a, b) => a.localeCompare(b))];
}
