import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { markOf } from '../../electron/storage/data-folder/machine-mark.ts';
import { expect, testWithConnection as test } from '../e2e/harness/fixtures.ts';
import { goTo, takeLooks } from './harness/looks.ts';
import { changeConnection, choose, rowOf, submitOrders } from './harness/submissions.ts';

test('a data folder of another machine', async ({ launch, practice, userDataDir }) => {
  const first = await launch();
  const before = await first.readyWindow();
  await changeConnection(before, { settleSeconds: 5 });
  await submitOrders(before, [{ reference: 'SENT-1' }]);
  await goTo(before, 'Outbox');
  await expect(rowOf(before, 'SENT-1')).toContainText('In PIMS');
  await practice.stop();
  await submitOrders(before, [{ reference: 'COPY-1' }, { reference: 'COPY-2' }]);
  await expect(rowOf(before, 'COPY-2')).toBeVisible();
  await first.quit();
  becomeOfAnotherMachine(join(userDataDir, 'desk', 'order-desk.db'));

  const desk = await launch();
  const window = await desk.readyWindow();
  const choice = window.getByRole('region', { name: 'Nothing is sent from here until you have chosen' });
  await goTo(window, 'Drafts');
  await takeLooks(desk, window, 'copied-elsewhere');
  await goTo(window, 'Outbox');
  await expect(choice).toBeVisible();
  await takeLooks(desk, window, 'copied-looking');
  await practice.start();
  await choose(window, 'COPY-1');
  const takeBack = choice.getByRole('button', { name: /take them back to drafts/ });
  await expect(takeBack).toBeEnabled({ timeout: 60_000 });
  await takeLooks(desk, window, 'copied-question');
  await choice.getByRole('button', { name: 'Go on sending from here' }).click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await takeLooks(desk, window, 'copied-go-on');
  await window.keyboard.press('Escape');
  await takeBack.click();
  await expect(choice).toBeHidden();
  await takeLooks(desk, window, 'copied-after');
});

/** The mark is all that tells machines apart. */
function becomeOfAnotherMachine(database: string): void {
  const db = new DatabaseSync(database);
  const mark = JSON.stringify(markOf('another machine'));
  db.prepare("UPDATE settings SET value = ? WHERE key = 'machine-mark'").run(mark);
  db.close();
}
