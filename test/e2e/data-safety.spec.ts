import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './harness/fixtures.ts';
import { fillCell } from './harness/line-grid.ts';
import { seriousFindings } from './harness/serious-findings.ts';

async function goTo(window: Page, name: string): Promise<void> {
  await window.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name }).click();
}

async function typeOrder(window: Page, reference: string): Promise<void> {
  await goTo(window, 'New order');
  await window.getByRole('combobox', { name: 'Customer code' }).fill('M-1000');
  await window.getByRole('textbox', { name: 'Reference' }).fill(reference);
  await fillCell(window, 1, 'PART_CODE', 'MDVQ4LL/A');
  await fillCell(window, 1, 'QUANTITY', '2');
}

test('after its data was damaged a person reads what is missing, and works on', async ({
  launch,
  userDataDir,
}) => {
  const folder = join(userDataDir, 'desk');
  const before = await launch();
  const first = await before.readyWindow();
  await typeOrder(first, 'EARLY');
  await goTo(first, 'Settings');
  const safety = first.getByRole('region', { name: 'Data safety' });
  await expect(safety.getByText('None yet')).toBeVisible();
  await safety.getByRole('button', { name: 'Back up now' }).click();
  await expect(safety.getByText(`1 in ${join(folder, 'backups')}`)).toBeVisible();

  await typeOrder(first, 'SENT');
  await first.getByRole('button', { name: 'Submit order' }).click();
  await expect(first.getByText(/Order \d+ is in PIMS/).first()).toBeVisible();
  await typeOrder(first, 'LATE');
  await before.quit();
  truncateSync(join(folder, 'order-desk.db'), 20_000);

  const damaged = await launch();
  const window = await damaged.readyWindow();
  const notice = window.getByRole('dialog', { name: 'The data of Order Desk was damaged' });
  await expect(notice).toContainText('The newest good backup is in its place now');
  const lost = notice.getByRole('list', { name: 'Lost (2)' });
  await expect(lost).toContainText(/The order SENT for M-1000, 1 line, sent as \d+ on .*, is in PIMS/);
  await expect(lost).toContainText(/The draft LATE for M-1000, 1 line, changed on .*, is lost/);
  await expect(notice).toContainText('damaged-');
  await expect(notice.getByRole('region', { name: 'What is missing' })).toBeFocused();
  expect(await seriousFindings(window)).toEqual([]);
  await window.keyboard.press('Escape');
  await expect(notice).toBeVisible();
  await damaged.quit();

  const again = await launch();
  const later = await again.readyWindow();
  const toRead = later.getByRole('dialog', { name: 'The data of Order Desk was damaged' });
  await expect(toRead.getByRole('list', { name: 'Lost (2)' })).toBeVisible();
  await toRead.getByRole('button', { name: 'Copy the list' }).click();
  await expect(toRead.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await again.app.evaluate(({ clipboard }) => clipboard.readText())).toContain(
    '- The order SENT for M-1000',
  );
  await toRead.getByRole('button', { name: 'I have read it' }).click();
  await expect(toRead).toBeHidden();

  await goTo(later, 'Drafts');
  await expect(later.getByRole('link', { name: 'EARLY' })).toBeVisible();
  await expect(later.getByRole('link', { name: 'LATE' })).toBeHidden();
  await typeOrder(later, 'NEXT');
  await goTo(later, 'Settings');
  await later.getByRole('button', { name: 'What was missing' }).click();
  await expect(toRead.getByRole('list', { name: 'Lost (2)' })).toBeVisible();
  await toRead.getByRole('button', { name: 'Close' }).first().click();
  await expect(toRead).toBeHidden();
  await again.quit();

  const last = await (await launch()).readyWindow();
  await expect(last.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  await goTo(last, 'Drafts');
  await expect(last.getByRole('link', { name: 'NEXT' })).toBeVisible();
  await expect(toReadIn(last)).toBeHidden();
});

function toReadIn(window: Page) {
  return window.getByRole('dialog', { name: 'The data of Order Desk was damaged' });
}
