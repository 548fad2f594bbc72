import type { Page } from '@playwright/test';
import type { RunningDesk } from '../../e2e/harness/launch.ts';

/** A grid in a window of its own, opened by a link and found by what stands in the page. All selectors are CSS. */
export interface MeasuredGrid {
  readonly desk: RunningDesk;
  readonly page: Page;
  /** The link that opens so many lines. */
  readonly link: (lines: number) => string;
  /** Leaves what is open; the links are there again. */
  readonly leave: () => Promise<void>;
  /** The cell in the first row of the column PART_CODE, once it can be seen. */
  readonly firstCell: string;
  /** The heading of a column. */
  readonly heading: (field: string) => string;
  readonly scroller: string;
  /** The element with the `aria-rowcount`, and how much more than the rows that says. */
  readonly counted: string;
  readonly countedBesides: number;
  /** How often a cell is clicked so that typing replaces what it holds. */
  readonly clicks: number;
}

/** Opens so many lines, and waits until the first of them is there. */
export async function openLines({ page, link, firstCell }: MeasuredGrid, lines: number): Promise<void> {
  await page.locator(link(lines)).click();
  await page.locator(firstCell).waitFor();
}

export type ContenderName = 'Order Desk' | 'AG Grid' | 'TanStack Table untuned';

/** One of the compared grids, the numbers of lines that it is measured with, and how it is started. */
export interface Contender {
  readonly name: ContenderName;
  readonly sizes: readonly number[];
  readonly start: () => Promise<MeasuredGrid>;
}

/** By grid, then by the number of lines. */
export type FiguresOf<T> = ReadonlyMap<ContenderName, ReadonlyMap<number, T>>;

/** Measures each grid in a window of its own, one after the other, from the fewest lines to the most. */
export async function measureEach<T>(
  contenders: readonly Contender[],
  measure: (grid: MeasuredGrid, lines: number) => Promise<T>,
): Promise<FiguresOf<T>> {
  const figures = new Map<ContenderName, ReadonlyMap<number, T>>();
  for (const { name, sizes, start } of contenders) {
    const grid = await start();
    try {
      const bySize = new Map<number, T>();
      for (const lines of sizes) bySize.set(lines, await measure(grid, lines));
      figures.set(name, bySize);
    } finally {
      await grid.desk.quit();
    }
  }
  return figures;
}
