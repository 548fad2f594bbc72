import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, testWithConnection as test } from '../e2e/harness/fixtures.ts';
import { fillCell } from '../e2e/harness/line-grid.ts';
import { goTo, takeLooks } from './harness/looks.ts';
import { rowOf, submitOrders } from './harness/submissions.ts';

const noticeName = 'The data of Order Desk was damaged';

for (const backedUp of [true, false]) {
  const name = backedUp ? 'damaged-restored' : 'damaged-no-backup';
  test(`a damaged database, ${backedUp ? 'with' : 'without'} a backup`, async ({ launch, userDataDir }) => {
    const folder = join(userDataDir, 'desk');
    const before = await launch();
    const first = await before.readyWindow();
    if (backedUp) {
      await goTo(first, 'Settings');
      await first.getByRole('button', { name: 'Back up now' }).click();
      await expect(first.getByText(/^1 in /)).toBeVisible();
    }
    await submitOrders(first, [{ reference: 'SENT-1' }, { reference: 'SENT-2', lines: 7 }]);
    await goTo(first, 'Outbox');
    await expect(rowOf(first, 'SENT-2')).toContainText('In PIMS');
    await goTo(first, 'New order');
    await first.getByRole('combobox', { name: 'Customer code' }).fill('M-1000');
    await fillCell(first, 1, 'PART_CODE', 'MDVQ4LL/A');
    await expect(first.getByText(/^Saved at/)).toBeVisible();
    await before.quit();
    truncateSync(join(folder, 'order-desk.db'), 20_000);

    const desk = await launch();
    const window = await desk.readyWindow();
    const notice = window.getByRole('dialog', { name: noticeName });
    await expect(notice).toBeVisible();
    await takeLooks(desk, window, name);
    await notice.getByRole('button', { name: 'I have read it' }).click();
    await expect(notice).toBeHidden();
    await goTo(window, 'Settings');
    await window.getByRole('region', { name: 'Data safety' }).scrollIntoViewIfNeeded();
    await takeLooks(desk, window, `${name}-settings`);
    await goTo(window, 'Outbox');
    await takeLooks(desk, window, `${name}-outbox`);
  });
}
