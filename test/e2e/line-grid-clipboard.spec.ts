import { expect, testWithConnection as test } from './harness/fixtures.ts';
import {
  cellInput,
  cellOf,
  column,
  copied,
  fillCell,
  goToCell,
  gridCell,
  newOrder,
  paste,
  putOnClipboard,
} from './harness/line-grid.ts';

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

test('the menu of a right click cuts, copies and pastes what the keys would', async ({ desk, window }) => {
  await newOrder(window);
  await goToCell(window, 1, 'PART_CODE');
  const choose = async (row: number, field: string, name: string) => {
    await cellOf(window, row, field).click({ button: 'right' });
    await window.getByRole('menuitem', { name, exact: true }).click();
  };
  await putOnClipboard(desk, 'A\tone\t1\r\nB\ttwo\t2\r\n');
  await choose(1, 'PART_CODE', 'Paste');
  await expect.poll(() => column(window, 'PART_CODE')).toEqual(['A', 'B', '']);
  await expect(cellInput(window, 1, 'PART_CODE')).toBeFocused();

  // About what is marked; each is one step of undo.
  await cellOf(window, 2, 'DESCRIPTION').click({ modifiers: ['Shift'] });
  await choose(2, 'PART_CODE', 'Copy with headings');
  await expect.poll(() => copied(desk)).toBe('Part\tDescription\nA\tone\nB\ttwo\n');
  await choose(1, 'DESCRIPTION', 'Cut');
  await expect.poll(() => copied(desk)).toBe('A\tone\nB\ttwo\n');
  await expect.poll(() => column(window, 'DESCRIPTION')).toEqual(['', '', '']);
  await choose(3, 'PART_CODE', 'Paste');
  await expect.poll(() => column(window, 'PART_CODE')).toEqual(['', '', 'A', 'B', '']);
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+z');
  await expect.poll(() => column(window, 'DESCRIPTION')).toEqual(['one', 'two', '']);
});

test('nothing is pasted while the person has the window not before them', async ({ desk, window }) => {
  await newOrder(window);
  await goToCell(window, 1, 'PART_CODE');
  await putOnClipboard(desk, 'secret');
  const paste = () => window.evaluate(() => self.orderDesk.call('app.paste', {}));
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await expect.poll(paste).toEqual({ ok: true, value: { pasted: false } });
  expect(await column(window, 'PART_CODE')).toEqual(['']);
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show());
});
