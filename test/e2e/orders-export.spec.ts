import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, testWithConnection as test } from './harness/fixtures.ts';

test('the orders shown are exported as a CSV that a spreadsheet reads and no cell of it can run', async ({
  desk,
  window,
  practice,
  userDataDir,
}) => {
  practice.addOrder({ REFERENCE_NUMBER: '=HYPERLINK("http://outside.example")', CUSTOMER_CODE: 'M-1000' });
  const file = join(userDataDir, 'orders.csv');
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);

  await window.getByRole('button', { name: 'Refresh' }).click();
  await expect(window.getByRole('gridcell', { name: '=HYPERLINK' })).toBeVisible();
  await window.getByRole('button', { name: 'Export CSV' }).click();
  await expect(window.getByText(/orders\.csv/)).toBeVisible();

  const text = await readFile(file, 'utf8');
  const [heading = '', first = ''] = text.split('\r\n');
  // Excel takes a file for UTF-8 only when it begins with this mark.
  expect(heading.startsWith('\uFEFF')).toBe(true);
  expect(heading.slice(1).split(',').slice(0, 3)).toEqual([
    'ORDER_NUMBER',
    'REFERENCE_NUMBER',
    'CUSTOMER_CODE',
  ]);
  expect(first).toContain(`"'=HYPERLINK(""http://outside.example"")"`);
  expect(text.trimEnd().split('\r\n')).toHaveLength(101);
});
