import { writeTsv } from '../../../shared/drafts/tsv.ts';
import { fields, numberedFields } from '../other-grids/row.ts';
import { type MeasuredGrid, openLines } from './measured-grid.ts';
import { type Awaited, timeToPainted } from './painted.ts';

export interface PasteFigures {
  readonly pasted: number[];
  readonly undone: number[];
}

/**
 * Pastes so many rows over the one line of a short draft, by key from the system's clipboard, and takes that back by key.
 * Milliseconds from the key to the frame in which all rows are there, or gone again.
 */
export async function timePastes(grid: MeasuredGrid, lines: number, rounds: number): Promise<PasteFigures> {
  const { page, desk, firstCell, clicks } = grid;
  const table = Array.from({ length: lines }, (_, index) => {
    const row = numberedFields(index);
    return fields.map((field) => row[field]);
  });
  await desk.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), writeTsv(table));
  const figures: PasteFigures = { pasted: [], undone: [] };
  for (let round = 0; round < rounds; round += 1) {
    await openLines(grid, 1);
    await page.locator(firstCell).click({ clickCount: clicks });
    figures.pasted.push(await timeShortcut(grid, 'v', lines));
    figures.undone.push(await timeShortcut(grid, 'z', 1));
    await grid.leave();
  }
  return figures;
}

/** From Ctrl and a key to the frame with so many rows. */
function timeShortcut({ page, counted, countedBesides }: MeasuredGrid, key: string, rows: number) {
  const awaited: Awaited = {
    selector: counted,
    attribute: { name: 'aria-rowcount', value: String(rows + countedBesides) },
  };
  return timeToPainted(page, { event: 'keydown', key }, awaited, () => page.keyboard.press(`Control+${key}`));
}
