/** The fields that the compared grids show; those of Order Desk's drafts in the bench. */
export const fields = ['PART_CODE', 'DESCRIPTION', 'QUANTITY', 'UNIT_PRICE'] as const;

export type Field = (typeof fields)[number];
export type Row = Readonly<Record<Field, string>> & { readonly id: string };

/** So many rows, no two alike. */
export function numberedRows(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => ({ id: `line-${index}`, ...numberedFields(index) }));
}

/** What the row at `index` holds. */
export function numberedFields(index: number): Record<Field, string> {
  return {
    PART_CODE: `SP-${100_000 + index}`,
    DESCRIPTION: `Screen protector ${index + 1}`,
    QUANTITY: String((index % 9) + 1),
    UNIT_PRICE: '4.95',
  };
}

/** The rows of a table on the clipboard, as fast as it can be read where no cell is quoted. */
export function pastedRows(text: string): Row[] {
  return text.split('\n').map((line, index) => {
    const [part = '', description = '', quantity = '', price = ''] = line.split('\t');
    return {
      id: `pasted-${index}`,
      PART_CODE: part,
      DESCRIPTION: description,
      QUANTITY: quantity,
      UNIT_PRICE: price,
    };
  });
}
