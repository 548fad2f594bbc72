import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillDraft } from '../../child-programs/plain-desk.ts';
import { testWithConnection } from '../../e2e/harness/fixtures.ts';
import { withDesk } from '../../e2e/harness/with-desk.ts';
import { numberedFields } from '../other-grids/row.ts';
import { buildOtherGrids, type OtherGridsPage, referenceOf, startOrderDesk } from './contenders.ts';
import type { Contender } from './measured-grid.ts';

const SIZES = [100, 1_000, 10_000, 100_000];
/** What is pasted into. */
const SHORTEST = 1;

interface GridFixtures {
  /** The grids, to be measured one after the other. */
  readonly contenders: readonly Contender[];
}

/** A folder with a draft of each size for Order Desk, and the page with the other grids. */
export const test = testWithConnection.extend<GridFixtures, { readonly otherGrids: OtherGridsPage }>({
  otherGrids: [
    async ({ browserName: _ }, use) => {
      const page = await buildOtherGrids();
      await use(page);
      page.remove();
    },
    { scope: 'worker' },
  ],
  userDataDir: async ({ userDataDir }, use) => {
    await withDesk(userDataDir, async (desk) => {
      for (const count of [SHORTEST, ...SIZES]) {
        const lines = Array.from({ length: count }, (_, index) => numberedFields(index));
        await fillDraft(desk, { CUSTOMER_CODE: 'BENCH', REFERENCE_NUMBER: referenceOf(count) }, lines);
      }
    });
    await use(userDataDir);
  },
  contenders: async ({ userDataDir, otherGrids }, use) => {
    const theirs = await mkdtemp(join(tmpdir(), 'order-desk-bench-'));
    await use([
      { name: 'Order Desk', sizes: SIZES, start: () => startOrderDesk(userDataDir) },
      { name: 'AG Grid', sizes: SIZES, start: () => otherGrids.start('ag-grid', theirs) },
      {
        name: 'TanStack Table untuned',
        sizes: SIZES.filter((size) => size < 100_000),
        start: () => otherGrids.start('untuned', theirs),
      },
    ]);
    await rm(theirs, { recursive: true, force: true, maxRetries: 5 });
  },
});
