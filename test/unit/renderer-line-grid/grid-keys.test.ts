import { describe, expect, it } from 'vitest';
import { type EditMode, readGridKey } from '../../../renderer/line-grid/model/grid-keys.ts';

const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, isComposing: false };
const press = (key: string, held: Partial<typeof none> = {}, mode: EditMode = 'closed') =>
  readGridKey({ key, ...none, ...held }, mode);

describe('readGridKey', () => {
  it('leaves every key to an input method that composes, the Enter that confirms too', () => {
    for (const key of ['Enter', 'Escape', 'ArrowDown', 'Tab', 'a']) {
      expect(press(key, { isComposing: true })).toBeUndefined();
    }
  });

  it('goes on with Enter and back with Shift, and leaves Ctrl+Enter to the command that submits unless something is typed', () => {
    expect(press('Enter')).toEqual({ kind: 'go-on', go: { key: 'enter', back: false } });
    expect(press('Enter', { shiftKey: true })).toEqual({ kind: 'go-on', go: { key: 'enter', back: true } });
    expect(press('Enter', { ctrlKey: true })).toBeUndefined();
    expect(press('Enter', { ctrlKey: true }, 'typed')).toEqual({ kind: 'fill-typed' });
  });

  it('moves with the arrows when typing began over the value, and leaves them to the caret when the cell was opened', () => {
    expect(press('ArrowRight', {}, 'typed')?.kind).toBe('move');
    expect(press('ArrowRight', {}, 'opened')).toBeUndefined();
    expect(press('ArrowDown', {}, 'opened')?.kind).toBe('move');
    expect(press('ArrowRight', { shiftKey: true }, 'typed')).toBeUndefined();
  });

  it('leaves what edits text to the input while the cell is open', () => {
    for (const key of ['Delete', 'Home', 'End', 'Backspace', ' ']) {
      expect(press(key, {}, 'typed')).toBeUndefined();
      expect(press(key, {}, 'opened')).toBeUndefined();
    }
    expect(press('a', { ctrlKey: true }, 'opened')).toBeUndefined();
    expect(press('d', { ctrlKey: true }, 'typed')).toBeUndefined();
  });

  it('reads the keys of a spreadsheet', () => {
    expect(press('F2')).toEqual({ kind: 'edit' });
    expect(press('Delete')).toEqual({ kind: 'clear' });
    expect(press('d', { ctrlKey: true })).toEqual({ kind: 'fill', direction: 'down' });
    expect(press('a', { metaKey: true })).toEqual({ kind: 'move', move: { kind: 'all' } });
    expect(press(' ', { shiftKey: true })).toEqual({ kind: 'move', move: { kind: 'whole-rows' } });
    expect(press('End', { ctrlKey: true, shiftKey: true })).toEqual({
      kind: 'move',
      move: { kind: 'end', last: true, ofGrid: true, extend: true },
    });
    expect(press('ArrowUp', { ctrlKey: true })).toMatchObject({
      move: { kind: 'step', direction: 'up', toEdge: true },
    });
    expect(press('D', { ctrlKey: true, shiftKey: true })).toEqual({ kind: 'duplicate-rows' });
    expect(press('Delete', { ctrlKey: true, shiftKey: true })).toEqual({ kind: 'remove-rows' });
    expect(press('Enter', { altKey: true })).toEqual({ kind: 'insert-row' });
    expect(press('ArrowUp', { altKey: true, shiftKey: true })).toEqual({ kind: 'move-rows', by: -1 });
    expect(press('ArrowDown', { altKey: true })).toEqual({ kind: 'heading-menu' });
  });

  it('leaves letters, and the clipboard and undo, to the input and the screen', () => {
    for (const key of ['a', '7', 'Dead', 'Process', 'Backspace']) expect(press(key)).toBeUndefined();
    for (const key of ['c', 'x', 'v', 'z', 'y', 'f']) expect(press(key, { ctrlKey: true })).toBeUndefined();
  });
});
