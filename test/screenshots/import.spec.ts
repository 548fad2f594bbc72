import { expect, testWithConnection as test } from '../e2e/harness/fixtures.ts';
import { goTo, takeLooks } from './harness/looks.ts';

const file = [
  'Acme Repair;;;;',
  'PO;Customer;Artikel;Menge;Bezeichnung',
  'PO-1;M-1000;MDVQ4LL/A;5;Screen',
  'PO-1;M-1000;NOPE-1;zwei;Battery',
  'PO-2;M-1001;MDVQ4LL/A;1,5;Screen, 11"',
  'PO-2;M-1001;MDVQ4LL/A;2;Screen',
  'PO-1;M-1000;1.94E+11;1;Speaker',
  ';M-1001;007;0;Tape',
  'PO-3;M-1002;A-1;3;Very long;too many',
  'Total;;;12;',
].join('\r\n');

test('an import', async ({ desk, window }) => {
  await goTo(window, 'Import');
  await takeLooks(desk, window, 'import-file-empty');
  await window
    .locator('input[type="file"]')
    .setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(file, 'latin1') });
  await expect(window.getByText('Columns end with')).toBeVisible();
  await takeLooks(desk, window, 'import-file');
  await window.getByRole('button', { name: 'Next: Columns' }).click();
  await expect(window.getByRole('table', { name: 'Columns of the file' })).toBeVisible();
  await takeLooks(desk, window, 'import-columns');
  await window.getByRole('button', { name: 'Next: Check' }).click();
  await expect(window.getByRole('grid', { name: 'Rows of the file' })).toBeVisible();
  await takeLooks(desk, window, 'import-check');
  await window.getByRole('button', { name: 'Next: Create' }).click();
  await expect(window.getByText('rows read =').first()).toBeVisible();
  await takeLooks(desk, window, 'import-create');
  await window.getByRole('button', { name: /^Create \d/ }).click();
  await expect(window.getByText(/made$/)).toBeVisible();
  await takeLooks(desk, window, 'import-made');
});
