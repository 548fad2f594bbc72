import { expect, testWithConnection as test } from './harness/fixtures.ts';
import { cellInput, fillCell, goToCell, gridCell, newOrder, paste } from './harness/line-grid.ts';

test('an open cell takes a long text whole, one line of it, and refuses in words what no field takes', async ({
  desk,
  window,
}) => {
  await newOrder(window);
  await fillCell(window, 1, 'DESCRIPTION', 'ab');
  const input = cellInput(window, 1, 'DESCRIPTION');
  await window.keyboard.press('Enter');
  await goToCell(window, 1, 'DESCRIPTION');
  await window.keyboard.press('F2');
  await window.keyboard.press('ArrowLeft');
  await paste(desk, window, '"24"" screen,\nmatt"\r\n');
  await expect(input).toHaveValue('a24" screen, mattb');

  const long = 'x'.repeat(5_000);
  await paste(desk, window, long);
  await expect(input).toHaveValue(`a24" screen, matt${long}b`);
  await paste(desk, window, 'y'.repeat(40_000));
  await expect(window.getByText(/^No field takes more than 32768 characters\./)).toBeVisible();
  await expect(input).toHaveValue(`a24" screen, matt${long}b`);
  // The caret is where it was.
  await window.keyboard.type('!');
  await window.keyboard.press('Enter');
  await expect(gridCell(window, 1, 'DESCRIPTION')).toHaveText(`a24" screen, matt${long}!b`);
});
