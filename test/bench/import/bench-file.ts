/** Every so many rows a quantity is no number, a part comes twice, a description is quoted: as in files of people. */
const BAD_EVERY = 500;
const TWICE_EVERY = 50;
const QUOTED_EVERY = 10;

const headings = [
  'SKU',
  'Qty',
  'Description',
  'Customer',
  'PO Number',
  'Order Date',
  'Warehouse',
  'Sales Rep',
  'Ship To Name',
  'Ship To City',
  'Colour',
  'Weight kg',
];

/** A file of one order in twelve columns, ten of which are fields of PIMS; lines end as Windows ends them. */
export function benchFile(rows: number): string {
  const lines = Array.from({ length: rows }, (_, index) =>
    [
      `SP-${100_000 + (index % TWICE_EVERY === TWICE_EVERY - 1 ? index - 1 : index)}`,
      isBad(index) ? 'lO' : String((index % 9) + 1),
      index % QUOTED_EVERY === 0
        ? `"Screen protector ${index + 1}, 6.1"" clear"`
        : `Screen protector ${index + 1}`,
      'M-1000',
      'PO-2024-118',
      '2024-11-25',
      'MAIN',
      'KLM',
      'Café Größenwahn',
      'Zürich',
      ['black', 'white', 'red'][index % 3],
      `${index % 3}.${index % 100}`,
    ].join(','),
  );
  return `${[headings.join(','), ...lines].join('\r\n')}\r\n`;
}

function isBad(index: number): boolean {
  return index % BAD_EVERY === BAD_EVERY - 1;
}

/** How many of so many rows are in order. */
export function readyRows(rows: number): number {
  return rows - Math.floor(rows / BAD_EVERY);
}
