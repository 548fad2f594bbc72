import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { launchOrderDesk } from '../../e2e/harness/launch.ts';
import type { MeasuredGrid } from './measured-grid.ts';

const otherGrids = join(import.meta.dirname, '../other-grids');
const caches = join(import.meta.dirname, '../../../node_modules/.cache');

/** The reference of the draft with so many lines. */
export function referenceOf(lines: number): string {
  return `BENCH-${lines}`;
}

/** Order Desk on a folder that has a draft of each size, at its list of drafts. */
export async function startOrderDesk(userDataDir: string): Promise<MeasuredGrid> {
  const desk = await launchOrderDesk({ userDataDir });
  const page = await desk.readyWindow();
  const leave = async () => {
    await page.evaluate(() => {
      location.hash = '#/drafts';
    });
    await page.locator('a[data-open]').first().waitFor();
  };
  await leave();
  return {
    desk,
    page,
    leave,
    link: (lines) => `a[data-open]:text-is("${referenceOf(lines)}")`,
    firstCell: '[role=grid][aria-label=Lines] [aria-rowindex="2"] [data-field=PART_CODE] span',
    heading: (field) => `[data-heading=${field}]`,
    scroller: ':has(> [role=grid][aria-label=Lines])',
    counted: '[role=grid][aria-label=Lines]',
    // The headings, and the empty row at the end.
    countedBesides: 2,
    clicks: 1,
  };
}

/** The page of the other grids, built. */
export interface OtherGridsPage {
  start(grid: 'ag-grid' | 'untuned', userDataDir: string): Promise<MeasuredGrid>;
  remove(): void;
}

/** Builds the page with the grids that ours is compared with. It is no part of Order Desk's own build. */
export async function buildOtherGrids(): Promise<OtherGridsPage> {
  mkdirSync(caches, { recursive: true });
  const outDir = mkdtempSync(join(caches, 'other-grids-'));
  await build({
    configFile: false,
    root: otherGrids,
    base: './',
    logLevel: 'error',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'chrome130', chunkSizeWarningLimit: 4_000 },
  });
  return {
    remove: () => rmSync(outDir, { recursive: true, force: true }),
    async start(grid, userDataDir) {
      const args = [`--page=${join(outDir, 'index.html')}`];
      const desk = await launchOrderDesk({ userDataDir, application: otherGrids, args });
      const page = await desk.readyWindow();
      const shared = {
        desk,
        page,
        link: (lines: number) => `a[href="#${grid}/${lines}"]`,
        leave: async () => {
          await page.evaluate(() => {
            location.hash = '';
          });
          await page.locator('#grid').waitFor({ state: 'detached' });
        },
      };
      return grid === 'ag-grid' ? { ...shared, ...agGridParts } : { ...shared, ...untunedParts };
    },
  };
}

type Parts = Pick<
  MeasuredGrid,
  'firstCell' | 'heading' | 'scroller' | 'counted' | 'countedBesides' | 'clicks'
>;

const agGridParts: Parts = {
  firstCell: '[row-index="0"] [col-id=PART_CODE]',
  heading: (field) => `.ag-header-cell[col-id=${field}]`,
  scroller: '.ag-grid-viewport',
  counted: '#grid [role=grid]',
  countedBesides: 1,
  clicks: 1,
};

const untunedParts: Parts = {
  firstCell: 'input[aria-label="Line 1 PART_CODE"]',
  heading: (field) => `[data-heading=${field}]`,
  scroller: '.untuned',
  counted: '.untuned table',
  countedBesides: 0,
  // Three clicks mark all that the input holds.
  clicks: 3,
};
