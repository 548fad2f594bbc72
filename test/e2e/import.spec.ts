import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, testWithConnection as test } from './harness/fixtures.ts';
import { chooseFile, fileRow, fileRows, goToImport, importFile, mend, next } from './harness/import.ts';
import type { RunningDesk } from './harness/launch.ts';

const main = (window: Page) => window.getByRole('main');
const csv = (rows: readonly (readonly string[])[], delimiter = ',') =>
  rows.map((row) => row.join(delimiter)).join('\r\n');

async function saveAs(desk: RunningDesk, filePath: string): Promise<void> {
  await desk.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, filePath);
}

test('five thousand rows are checked, mended in place, and sent, and each line arrives as the file has it', async ({
  desk,
  window,
  practice,
  userDataDir,
}) => {
  test.setTimeout(300_000);
  const count = 5_000;
  const part = 'MDVQ4LL/A';
  const rows = Array.from({ length: count }, (_, index) => [
    part,
    String((index % 9) + 1),
    `Line ${index + 1}`,
  ]);
  // Every 125th row is bad: 40 of them, of which three are left out.
  const bad = rows.map((_, index) => index).filter((index) => index % 125 === 124);
  expect(bad).toHaveLength(40);
  for (const index of bad) rows[index] = [part, 'lO', `Line ${index + 1}`];
  await importFile(window, 'big.csv', csv([['SKU', 'Qty', 'Description'], ...rows]));
  await next(window, 'Columns');
  await next(window, 'Check');
  await expect(main(window).getByRole('status').first()).toContainText('4,960 ready');
  await expect(main(window).getByRole('status').first()).toContainText('40 with problems');

  // Problems stand first. One is mended by hand, three are left out, the rest by one rule.
  const [one, two, three, four] = bad.map((index) => index + 2);
  await mend(window, one ?? 0, 'QUANTITY', '7');
  for (const line of [two, three, four]) {
    await fileRow(window, line ?? 0)
      .getByRole('button', { name: `Leave line ${line} out` })
      .click();
  }
  await expect(main(window).getByRole('status').first()).toContainText('36 with problems, 3 left out');
  await window.getByRole('button', { name: 'Quantity is no number: 36' }).click();
  await window.getByRole('menuitem', { name: 'Replace in these 36 rows…' }).click();
  const dialog = window.getByRole('dialog', { name: /^Replace in Quantity/ });
  await dialog.getByLabel('Replace this').fill('lO');
  await dialog.getByLabel('with').fill('10');
  await expect(dialog.getByRole('status')).toHaveText('36 rows change, such as:');
  await dialog.getByRole('button', { name: 'Replace' }).click();
  await expect(main(window).getByRole('status').first()).toContainText('4,997 ready');

  const returned = join(userDataDir, 'rest.csv');
  await saveAs(desk, returned);
  await window.getByRole('button', { name: 'Save the rest…' }).click();
  await expect(window.getByText(/rest\.csv/)).toBeVisible();
  const text = await readFile(returned, 'utf8');
  expect(text.trimEnd().split('\r\n')).toEqual([
    'SKU,Qty,Description,Why not imported',
    ...[two, three, four].map((line) =>
      expect.stringMatching(new RegExp(`^${part},lO,Line ${(line ?? 0) - 1},.*Left out`)),
    ),
  ]);

  await next(window, 'Create');
  await expect(
    main(window).getByText('5,000 rows read = 4,997 imported + 0 with problems + 3 left out'),
  ).toBeVisible();
  await window.getByRole('button', { name: 'Create 1 draft' }).click();
  await window.getByRole('button', { name: 'Open the draft' }).click();
  await expect(window.getByText('4997 lines')).toBeVisible();
  await window.getByLabel('Customer code').fill('M-1000');
  await window.getByLabel('Reference').fill('BIG');
  await window.getByRole('button', { name: 'Submit order' }).click();
  const question = window.getByRole('dialog');
  await expect(question).toContainText('more than there is');
  await question.getByRole('button', { name: 'Submit all the same' }).click();
  await expect(main(window).getByText(/^Order \S+ is in PIMS$/)).toBeVisible({ timeout: 240_000 });
  const [order] = practice.orders().filter(({ fields }) => fields.REFERENCE_NUMBER === 'BIG');
  const left = new Set([two, three, four]);
  const expected = rows.flatMap(([code, quantity, description], index) => {
    if (left.has(index + 2)) return [];
    const mended = index + 2 === one ? '7' : quantity === 'lO' ? '10' : quantity;
    return [{ PART_CODE: code, QUANTITY: mended, DESCRIPTION: description }];
  });
  expect(
    order?.lines.map(({ PART_CODE, QUANTITY, DESCRIPTION }) => ({ PART_CODE, QUANTITY, DESCRIPTION })),
  ).toEqual(expected);
});

const grouped = csv(
  [
    ['PO', 'Kunde', 'Artikel', 'Menge', 'Bezeichnung'],
    ['PO-1', 'M-1000', 'MDVQ4LL/A', '1', 'Größe 11'],
    ['PO-2', 'M-1001', 'MDVQ4LL/A', '2', 'Ölfest'],
    ['PO-1', 'M-1000', '', '3', 'Café, „schwarz“'],
  ],
  ';',
);

test('a file of several orders in Windows-1252 with semicolons makes a draft of each, and its columns are remembered', async ({
  window,
}) => {
  const bytes = Buffer.from(grouped.replace('„', '\u0084').replace('“', '\u0093'), 'latin1');
  await importFile(window, 'bestellungen.csv', bytes);
  await expect(window.getByRole('table').getByText('Größe 11')).toBeVisible();
  await expect(window.getByText('Café, „schwarz“')).toBeVisible();
  await next(window, 'Columns');
  await expect(window.getByText('Rows with the same text here make one order')).toBeVisible();
  await next(window, 'Check');
  await next(window, 'Create');
  await expect(
    window.getByText('2 drafts with 3 lines. Sending takes 5 requests, within the month’s price.'),
  ).toBeVisible();
  await expect(window.getByRole('row', { name: /PO-1/ })).toContainText('comes back in line 4 of the file');
  await window.getByRole('button', { name: 'Create 2 drafts' }).click();
  await expect(window.getByText('2 drafts were made')).toBeVisible();
  await window.getByRole('button', { name: 'Look at the drafts' }).click();
  await expect(window.getByRole('table', { name: 'Drafts' }).getByRole('row')).toHaveCount(3);

  await window.getByRole('link', { name: /^Import/ }).click();
  await window.getByRole('button', { name: 'Import another file' }).click();
  await importFile(window, 'noch einmal.csv', bytes);
  await next(window, 'Columns');
  await expect(window.getByText('As the last file with these headings was imported.')).toBeVisible();
});

test('a file is not imported twice unseen, and an import is undone', async ({ window }) => {
  const file = csv([
    ['Part', 'Quantity'],
    ['MDVQ4LL/A', '1'],
  ]);
  for (const name of ['first.csv', 'second.csv']) {
    await importFile(window, name, file);
    await next(window, 'Columns');
    await next(window, 'Check');
    await next(window, 'Create');
    const warning = window.getByText('This file was imported before');
    await expect(warning).toHaveCount(name === 'first.csv' ? 0 : 1);
    await window.getByRole('button', { name: 'Create 1 draft' }).click();
    if (name === 'second.csv') {
      const question = window.getByRole('dialog', { name: 'Import this file once more?' });
      await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
      await question.getByRole('button', { name: 'Import it once more' }).click();
    }
    await expect(window.getByText('1 draft was made')).toBeVisible();
    await window.getByRole('button', { name: 'Import another file' }).click();
  }
  const history = window.getByRole('table', { name: 'Imported before' });
  await expect(history.getByRole('row')).toHaveCount(3);
  const second = history.getByRole('row', { name: /second\.csv/ });
  await second.getByRole('button', { name: 'Undo the import' }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click();
  await expect(second).toContainText('undone');
  await window.getByRole('link', { name: /^Drafts/ }).click();
  await expect(window.getByRole('table', { name: 'Drafts' }).getByRole('row')).toHaveCount(2);
});

test('lines of a file go into an open draft, behind those that stand there', async ({ window }) => {
  await window.getByRole('navigation').getByRole('link', { name: 'New order' }).click();
  await window.getByLabel('Customer code').fill('M-1000');
  await expect(window.getByText(/^Saved at/)).toBeVisible();
  await window.getByRole('button', { name: 'More' }).click();
  await window.getByRole('menuitem', { name: 'Import lines from a file…' }).click();
  await chooseFile(
    window,
    'more.csv',
    csv([
      ['Part', 'Quantity'],
      ['MDVQ4LL/A', '4'],
    ]),
  );
  await next(window, 'Columns');
  await expect(window.getByText('Rows with the same text here make one order')).toHaveCount(0);
  await next(window, 'Check');
  await next(window, 'Create');
  await window.getByRole('button', { name: 'Add 1 line to the draft' }).click();
  await window.getByRole('button', { name: 'Open the draft' }).click();
  await expect(window.getByLabel('Customer code')).toHaveValue('M-1000');
  await expect(window.getByRole('grid', { name: 'Lines', exact: true })).toContainText('MDVQ4LL/A');
});

test('a change of a row is undone and done again, and a row left out comes back', async ({ window }) => {
  await importFile(
    window,
    'few.csv',
    csv([
      ['Part', 'Quantity'],
      ['MDVQ4LL/A', 'x'],
      ['MDVQ4LL/A', '2'],
    ]),
  );
  await next(window, 'Columns');
  await next(window, 'Check');
  await expect(fileRow(window, 2)).toContainText('Problem');
  await mend(window, 2, 'QUANTITY', '5');
  await expect(fileRow(window, 2)).not.toContainText('Problem');
  await window.keyboard.press('Control+z');
  await expect(fileRow(window, 2)).toContainText('Problem');
  await expect(fileRow(window, 2).locator('[data-field="QUANTITY"]')).toContainText('x');
  await window.keyboard.press('Control+y');
  await expect(fileRow(window, 2).locator('[data-field="QUANTITY"]')).toContainText('5');
  await fileRow(window, 2).getByRole('button', { name: 'Leave line 2 out' }).click();
  await expect(fileRow(window, 2)).toContainText('Left out');
  await window.keyboard.press('Control+z');
  await expect(fileRow(window, 2)).not.toContainText('Left out');
});

test('what can’t be imported says why, and another file is chosen', async ({ window }) => {
  await goToImport(window);
  await chooseFile(window, 'picture.png', Buffer.from('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR', 'latin1'));
  await expect(window.getByRole('alert')).toContainText('picture.png can’t be imported');
  await chooseFile(window, 'empty.csv', '');
  await expect(window.getByRole('alert')).toContainText('empty.csv can’t be imported');
  await chooseFile(
    window,
    'good.csv',
    csv([
      ['Part', 'Quantity'],
      ['MDVQ4LL/A', '1'],
    ]),
  );
  await expect(window.getByRole('alert')).toHaveCount(0);
});

test('a file that is deleted after it was chosen says so, and is read once it is there again', async ({
  window,
  userDataDir,
}) => {
  const path = join(userDataDir, 'gone.csv');
  const content = csv([
    ['Part', 'Quantity'],
    ['MDVQ4LL/A', '1'],
  ]);
  await writeFile(path, content);
  await goToImport(window);
  await window.locator('input[type="file"]').setInputFiles(path);
  const on = window.getByRole('button', { name: 'Next: Columns' });
  await expect(on).toBeVisible();
  await rm(path);
  await on.click();
  await expect(window.getByRole('alert')).toContainText('The file could not be read.');
  // Nothing goes on, and there is a way out.
  await expect(on).toBeEnabled();
  await window.getByRole('button', { name: 'Another file' }).click();
  await writeFile(path, content);
  await window.locator('input[type="file"]').setInputFiles(path);
  await next(window, 'Columns');
});

test('a creation that is cancelled, or killed, has made all drafts or none', async ({ launch }) => {
  test.setTimeout(180_000);
  const first = await launch();
  let window = await first.readyWindow();
  const orders = 1_000;
  const rows = Array.from({ length: orders * 150 }, (_, index) => [`PO-${index % orders}`, 'MDVQ4LL/A', '1']);
  await importFile(window, 'many.csv', csv([['PO', 'Part', 'Quantity'], ...rows]));
  await next(window, 'Columns');
  await next(window, 'Check');
  await next(window, 'Create');
  await window.getByRole('button', { name: 'Create 1,000 drafts' }).click();
  await window.getByRole('button', { name: 'Cancel' }).click();
  await expect(window.getByRole('button', { name: 'Create 1,000 drafts' })).toBeEnabled();
  await expect(window.getByText(/drafts were made/)).toHaveCount(0);
  await window.getByRole('button', { name: 'Create 1,000 drafts' }).click();
  await expect(window.getByText('Creating the drafts…')).toBeVisible();
  await first.kill();

  window = await (await launch()).readyWindow();
  await window
    .getByRole('navigation')
    .getByRole('link', { name: /^Drafts/ })
    .click();
  const made = await window.evaluate(async () => {
    const list = await self.orderDesk.call('drafts.list', {});
    return list.ok ? list.value.map(({ lineCount }) => lineCount) : null;
  });
  expect([0, orders]).toContain(made?.length);
  expect(made?.every((lines) => lines === 150)).toBe(true);
});

test('a workbook’s codes come as the sheet shows them', async ({ window }) => {
  const { utils, write } = await import('@e965/xlsx');
  const sheet = utils.aoa_to_sheet([
    ['Part', 'Quantity', 'Description'],
    ['007', 2, 'Screen'],
  ]);
  sheet.A3 = { t: 'n', v: 42, z: '00000' };
  sheet.B3 = { t: 'n', v: 3 };
  sheet['!ref'] = 'A1:C3';
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['nothing here']]), 'Cover');
  utils.book_append_sheet(book, sheet, 'Lines');
  const bytes: Buffer = write(book, { type: 'buffer', bookType: 'xlsx' });
  await importFile(window, 'lines.xlsx', bytes);
  await window.getByLabel('Sheet').first().click();
  await window.getByRole('option', { name: 'Lines' }).click();
  await expect(window.getByRole('cell', { name: '00042' })).toBeVisible();
  await next(window, 'Columns');
  await next(window, 'Check');
  await expect(fileRows(window)).toContainText('00042');
  await expect(fileRows(window)).toContainText('007');
});

test('a file that Order Desk is opened with is read at once, also by a second start', async ({
  launch,
  userDataDir,
}) => {
  const first = join(userDataDir, 'opened.csv');
  const second = join(userDataDir, 'opened later.csv');
  for (const path of [first, second])
    await writeFile(
      path,
      csv([
        ['Part', 'Quantity'],
        ['MDVQ4LL/A', '1'],
      ]),
    );
  const window = await (await launch({ args: [first] })).readyWindow();
  await expect(window.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
  await expect(window.getByText('opened.csv', { exact: true })).toBeVisible();
  await window.getByRole('navigation').getByRole('link', { name: 'New order' }).click();
  // It hands the file over to the first one, and ends.
  const starting = launch({ args: [second] }).catch(() => undefined);
  await expect(window.getByText('opened later.csv', { exact: true })).toBeVisible();
  await starting;
});

test('the lines of a draft are exported, and import again without matching', async ({
  desk,
  window,
  userDataDir,
}) => {
  await importFile(
    window,
    'lines.csv',
    csv(
      [
        ['Artikel', 'Menge'],
        ['MDVQ4LL/A', '4'],
      ],
      ';',
    ),
  );
  await next(window, 'Columns');
  await next(window, 'Check');
  await next(window, 'Create');
  await window.getByRole('button', { name: 'Create 1 draft' }).click();
  await window.getByRole('button', { name: 'Open the draft' }).click();
  const path = join(userDataDir, 'exported.csv');
  await saveAs(desk, path);
  await window.getByRole('button', { name: 'More' }).click();
  await window.getByRole('menuitem', { name: 'Export lines as CSV…' }).click();
  await expect(window.getByText(/exported\.csv/)).toBeVisible();
  await goToImport(window);
  await window.getByRole('button', { name: 'Import another file' }).click();
  await chooseFile(window, 'exported.csv', await readFile(path));
  await next(window, 'Columns');
  await expect(window.getByRole('row', { name: /PART_CODE/ })).toContainText('by its name');
  await next(window, 'Check');
  await expect(fileRow(window, 2)).toContainText('MDVQ4LL/A');
});

test('PIMS is asked for parts and customers in batches, after saying what that costs', async ({
  window,
  practice,
}) => {
  const rows = Array.from({ length: 120 }, (_, index) => [
    `PO-${index}`,
    index === 0 ? 'NOBODY' : 'M-1000',
    index === 1 ? 'NO-SUCH-PART' : index === 2 ? 'mdvq4ll/a' : `X-${index}`,
    '1',
  ]);
  await importFile(window, 'asked.csv', csv([['PO', 'Customer', 'Part', 'Quantity'], ...rows]));
  await next(window, 'Columns');
  await next(window, 'Check');
  await expect(fileRow(window, 4)).toContainText('Not checked');
  const before = practice.billedRequests();
  await window.getByRole('button', { name: 'Ask PIMS…' }).click();
  const question = window.getByRole('dialog', { name: 'Ask PIMS for 120 parts and 2 customers?' });
  await expect(question).toContainText('at most 4 requests');
  await question.getByRole('button', { name: 'Ask PIMS' }).click();
  await expect(window.getByRole('button', { name: 'Part that PIMS does not have: 119' })).toBeVisible();
  await expect(window.getByRole('button', { name: 'Customer that PIMS does not have: 1' })).toBeVisible();
  await expect(fileRow(window, 4)).toContainText('Ready');
  const after = practice.billedRequests();
  expect((after['inventory/query'] ?? 0) - (before['inventory/query'] ?? 0)).toBe(3);
  expect((after['customers/query'] ?? 0) - (before['customers/query'] ?? 0)).toBe(1);
  await expect(window.getByRole('button', { name: 'Ask PIMS…' })).toBeDisabled();
});

test('a table is pasted, and a file dropped', async ({ desk, window }) => {
  await goToImport(window);
  const zone = window.getByRole('region', { name: 'Choose a file' });
  await desk.app.evaluate(({ clipboard }) => clipboard.writeText('Part\tQuantity\nMDVQ4LL/A\t3\n'));
  await window.getByRole('textbox', { name: 'Paste a table here' }).focus();
  await window.keyboard.press('Control+v');
  await expect(window.getByText('Pasted table', { exact: true })).toBeVisible();
  await expect(window.getByRole('cell', { name: 'MDVQ4LL/A' })).toBeVisible();
  await window.getByRole('button', { name: 'Another file' }).click();

  const transfer = await window.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['Part,Quantity\nMDVQ4LL/A,3'], 'dropped.csv'));
    return data;
  });
  await zone.dispatchEvent('dragover', { dataTransfer: transfer });
  await zone.dispatchEvent('drop', { dataTransfer: transfer });
  await expect(window.getByText('dropped.csv', { exact: true })).toBeVisible();
});
