import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { EditMode } from '../model/grid-keys.ts';
import type { GridCommand } from '../model/grid-model.ts';
import { type GridNowRef, valueAt, whyFixedAt } from './grid-now.ts';

/** So long typing may go on before it is handed over: below the second in which it has to be on disk. */
const HAND_OVER_MS = 250;

interface CellEditorOptions {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly now: GridNowRef;
  /** Carries a command out; the grid is drawn with what comes of it when this returns. */
  readonly perform: (command: GridCommand) => void;
}

export interface CellEditor {
  readonly mode: EditMode;
  readonly modeNow: () => EditMode;
  /** What is typed into the open cell by now. */
  readonly textNow: () => string;
  /** Opens the active cell with its value; false when it can't be written. */
  readonly open: () => boolean;
  /** The text of the input changed: typing began, or goes on. A text that no cell can hold is taken back, and that is said. */
  readonly typed: () => void;
  /** Hands over what is typed so far; the cell stays open. */
  readonly handOver: () => void;
  /** Hands over and closes. */
  readonly commit: () => void;
  /** Closes; the cell has the value that it had before. */
  readonly cancel: () => void;
  /** Closes without handing over. */
  readonly drop: () => void;
}

interface OpenCell {
  mode: EditMode;
  /** What stood there before. */
  before: string;
  /** What was handed over last. */
  handed: string;
  /** What the input holds. */
  text: string;
}

const closedCell: Readonly<OpenCell> = { mode: 'closed', before: '', handed: '', text: '' };

/**
 * The one text input of the grid. It always has the focus and, while closed, holds the active cell's value, all of it marked: so
 * the first key replaces it, whether it is a letter, a dead key or the first stroke of an input method. What is typed stays in
 * the input and draws nothing anew; it is handed over when the person pauses or leaves the cell.
 */
export function useCellEditor({ input, now, perform }: CellEditorOptions): CellEditor {
  const [mode, setMode] = useState<EditMode>('closed');
  const open = useRef<OpenCell>({ ...closedCell });
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  // After every render: what the cell holds may have changed by undo, by a paste, by anything.
  useLayoutEffect(() => {
    const element = input.current;
    if (element === null || open.current.mode !== 'closed') return;
    const { selection } = now.current;
    const value = valueAt(now.current, selection.active);
    if (element.value !== value) element.value = value;
    if (document.activeElement === element) element.select();
  });

  const actions = useMemo(() => {
    const begin = (next: EditMode): boolean => {
      const { selection } = now.current;
      if (whyFixedAt(now.current, selection.active) !== null) return false;
      const before = valueAt(now.current, selection.active);
      if (open.current.mode === 'closed') open.current = { mode: next, before, handed: before, text: before };
      else open.current.mode = next;
      setMode(next);
      return true;
    };
    const stopTimer = (): void => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    };
    const close = (): void => {
      stopTimer();
      open.current = { ...closedCell };
      setMode('closed');
    };
    const handOverBy = (send: (command: GridCommand) => void): void => {
      stopTimer();
      const value = input.current?.value;
      // Without the input there is nothing to read, which is not the same as an empty cell.
      if (value === undefined || open.current.mode === 'closed' || value === open.current.handed) return;
      const { selection, viewed, columnIds } = now.current;
      const column = columnIds[selection.active.column];
      if (column === undefined) return;
      open.current.handed = value;
      const row = viewed[selection.active.row];
      const cells = row === undefined ? [] : [{ rowId: row.id, column, value }];
      const added = row === undefined ? [{ [column]: value }] : [];
      send({ kind: 'write', cells, added, typing: true });
    };
    const handOver = (): void => handOverBy(perform);
    /** Takes back what no cell can hold; the caret is then where it was. */
    const refuse = (element: HTMLInputElement, reason: string): void => {
      const isClosed = open.current.mode === 'closed';
      const text = isClosed ? valueAt(now.current, now.current.selection.active) : open.current.text;
      const caret = (element.selectionEnd ?? 0) - (element.value.length - text.length);
      element.value = text;
      if (isClosed) element.select();
      else element.setSelectionRange(caret, caret);
      now.current.props.onSay('problem', `${reason} What you put in last was not taken.`);
    };
    return {
      modeNow: () => open.current.mode,
      textNow: () => open.current.text,
      open: () => {
        const wasOpen = open.current.mode !== 'closed';
        if (!begin('opened')) return false;
        // While typing, F2 lets the arrows move the caret, and leaves it where it is.
        if (wasOpen) return true;
        const element = input.current;
        element?.setSelectionRange(element.value.length, element.value.length);
        return true;
      },
      typed: () => {
        const element = input.current;
        if (element === null) return;
        const refused = now.current.props.whyRefused(element.value);
        if (refused !== null) return refuse(element, refused);
        if (open.current.mode === 'closed' && !begin('typed')) return;
        open.current.text = element.value;
        timer.current ??= setTimeout(handOver, HAND_OVER_MS);
      },
      handOver,
      handOverLast: () => handOverBy((command) => now.current.props.onCommand(command)),
      commit: () => {
        if (open.current.mode === 'closed') return;
        handOver();
        close();
      },
      cancel: () => {
        const { before, handed } = open.current;
        if (open.current.mode === 'closed') return;
        close();
        if (handed !== before) perform({ kind: 'cancel-typing' });
      },
      drop: () => {
        if (open.current.mode !== 'closed') close();
      },
    };
  }, [input, now, perform]);

  // A key may lead to another screen in the middle of a word. Nothing can be drawn any more, but nothing typed is lost.
  useLayoutEffect(() => () => actions.handOverLast(), [actions]);
  return useMemo(() => ({ mode, ...actions }), [mode, actions]);
}
