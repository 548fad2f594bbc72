import {
  type KeyboardEvent,
  useCallback,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { useRoom } from '../../ui/use-room.ts';
import { isShownIn, toggleShown } from '../columns/column-layout.ts';
import { useGridColumns } from '../columns/use-grid-columns.ts';
import type { LineGridProps, NamedCell } from '../line-grid-props.ts';
import { readGridKey } from '../model/grid-keys.ts';
import { HEAD_WIDTH, ROW_HEIGHT, STATE_WIDTH, stayingStateWidth } from '../model/grid-measures.ts';
import { type GridCommand, isSamePlace } from '../model/grid-model.ts';
import { clampSelection, type GridSelection, selectCell, shiftRows } from '../model/grid-selection.ts';
import { rowsShifted } from '../model/row-view.ts';
import { useOrderIndex, useRowView } from '../model/use-row-view.ts';
import { useSuggestions } from '../suggesting/use-suggestions.ts';
import type { GridNow } from './grid-now.ts';
import { runGridKey } from './run-grid-key.ts';
import { useBlockActions } from './use-block-actions.ts';
import { useCellEditor } from './use-cell-editor.ts';
import { useCornerInSight } from './use-corner-in-sight.ts';
import { usePointerSelection } from './use-pointer-selection.ts';

const firstCell = selectCell({ row: 0, column: 0 });

/** What the grid knows and does: its view, its selection, the open cell, and what keys and the mouse mean. */
export function useLineGrid(props: LineGridProps) {
  const { rows, columns, layout, onLayout, canWrite, canAdd, handle, numberOf } = props;
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const findInput = useRef<HTMLInputElement>(null);
  const [wanted, setSelection] = useState<GridSelection>(firstCell);
  // The latest selection scrolls nothing.
  const [stays, setStays] = useState(false);
  // After Escape the next Tab leads out of the grid.
  const leaving = useRef(false);
  const [menuColumn, setMenuColumn] = useState<string | null>(null);
  const [asked, setAsked] = useState<NamedCell | null>(null);

  const width = useRoom(scroller);
  const room = width - HEAD_WIDTH - STATE_WIDTH;
  const { table, shown, widths: widthsById, view } = useGridColumns({ columns, layout, onLayout, room });
  const columnIds = useMemo(() => shown.map(({ id }) => id), [shown]);
  const widths = useMemo(() => columnIds.map((id) => widthsById[id] ?? 0), [columnIds, widthsById]);
  const viewed = useRowView(rows, view);
  const orderIndex = useOrderIndex(rows, viewed);
  const size = useMemo(
    () => ({ rows: viewed.length + (canAdd ? 1 : 0), columns: shown.length }),
    [viewed.length, canAdd, shown.length],
  );
  const selection = clampSelection(wanted, size);

  const latest: GridNow = { props, viewed, shown, columnIds, widths, size, selection };
  const now = useRef(latest);
  const latestView = useRef(view);
  /*
   * Sorted or filtered anew, the person stays on the row where they were, and so when rows come or go before it by what is not
   * done in the grid: else what is being typed would go to another row. This still sees the view from before.
   */
  useLayoutEffect(() => {
    const { viewed: before, selection: was } = now.current;
    if (latestView.current === view) {
      const by = rowsShifted(before, viewed, was.active.row);
      if (by !== 0) setSelection(shiftRows(was, by));
      return;
    }
    latestView.current = view;
    const id = before[was.active.row]?.id;
    const row = Math.max(0, id === undefined ? viewed.length : viewed.findIndex((one) => one.id === id));
    setSelection({ ...selectCell({ row, column: was.active.column }), home: was.home });
    setStays(false);
  }, [viewed, view]);
  useLayoutEffect(() => {
    now.current = latest;
  });

  // What a command changes is drawn before it returns: what comes next, in the same key press, goes by it.
  const perform = useCallback((command: GridCommand): void => {
    flushSync(() => now.current.props.onCommand(command));
  }, []);
  const editor = useCellEditor({ input, now, perform });
  const { commit, drop, handOver } = editor;
  const suggesting = useSuggestions({ input, now, editor, perform });
  // Submitted in the middle of a word, which was handed over then: nothing is typed on.
  useLayoutEffect(() => {
    if (!canWrite) drop();
  }, [canWrite, drop]);

  const leaveCell = useCallback((): void => {
    const { props: present, viewed: seen, columnIds: ids, selection: before } = now.current;
    const column = ids[before.active.column];
    if (column === undefined) return;
    present.onCommand({ kind: 'leave', rowId: seen[before.active.row]?.id ?? null, column });
  }, []);
  const select = useCallback(
    (next: GridSelection, staysThere = false): void => {
      // Also when the cell stays the active one and others are marked beside it: Delete and Ctrl+C are about all of them then.
      commit();
      if (!isSamePlace(next.active, now.current.selection.active)) leaveCell();
      leaving.current = false;
      now.current = { ...now.current, selection: clampSelection(next, now.current.size) };
      setSelection(next);
      setStays(staysThere);
    },
    [commit, leaveCell],
  );
  const block = useBlockActions({ now, perform, select });
  const pointer = usePointerSelection({ scroller, input, now, select, block });

  const focusInput = useCallback((): void => input.current?.focus({ preventScroll: true }), []);
  // Gone to once it is drawn: what leads there, such as an undo, may have brought the row just now.
  const goTo = useCallback(
    (cell: NamedCell): void => {
      drop();
      setAsked({ ...cell });
      focusInput();
    },
    [drop, focusInput],
  );
  useLayoutEffect(() => {
    if (asked === null) return;
    const row = asked.rowId === null ? viewed.length : viewed.findIndex(({ id }) => id === asked.rowId);
    const column = columnIds.indexOf(asked.column);
    if (row >= 0 && (column >= 0 || isShownIn(layout, asked.column))) {
      setAsked(null);
      select(selectCell({ row, column: Math.max(0, column) }));
    } else if (row < 0 && !rows.some(({ id }) => id === asked.rowId)) setAsked(null);
    else if (row < 0) table.setColumnFilters([]);
    else onLayout(toggleShown(columns, layout, asked.column));
  }, [asked, viewed, columnIds, rows, columns, layout, onLayout, select, table]);

  const find = useCallback((): void => {
    findInput.current?.focus();
    findInput.current?.select();
  }, []);
  const mark = useCallback((): (() => void) | null => {
    const element = input.current;
    if (element === null || document.activeElement !== element) return null;
    if (editor.modeNow() === 'closed') return editor.cancel;
    const { value, selectionStart, selectionEnd } = element;
    return () => {
      element.value = value;
      element.setSelectionRange(selectionStart, selectionEnd);
      suggesting.store.close();
      editor.typed();
    };
  }, [editor, suggesting]);
  useImperativeHandle(handle, () => ({ goTo, handOver, mark, find }), [goTo, handOver, mark, find]);
  useCornerInSight({ scroller, selection, stays, widths, isOpen: editor.mode !== 'closed' });

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key, altKey, ctrlKey, metaKey, shiftKey, nativeEvent } = event;
    // On the way to another key, such as the Tab that leads out backwards.
    if (key === 'Shift') return;
    const press = { key, altKey, ctrlKey, metaKey, shiftKey, isComposing: nativeEvent.isComposing };
    if (suggesting.answers(press)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const asked = readGridKey(press, editor.modeNow());
    const isLeaving = leaving.current;
    const leavesNext = asked?.kind === 'escape' && editor.modeNow() === 'closed';
    leaving.current = false;
    if (asked === undefined) return;
    const done = runGridKey(asked, {
      ...{ now, editor, block, select, isLeaving },
      pageRows: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2),
      openHeadingMenu: () => setMenuColumn(columnIds[selection.active.column] ?? null),
    });
    leaving.current = leavesNext;
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const numberAt = useCallback(
    (index: number) => numberOf(viewed[index], orderIndex(index)),
    [numberOf, viewed, orderIndex],
  );

  return {
    ...{ gridId, scroller, input, findInput, now, latest, menuColumn, setMenuColumn },
    stateStays: stayingStateWidth(width) > 0,
    ...{ table, shown, columnIds, widths, widthsById, view, viewed, size, selection },
    ...{ editor, suggesting, block, pointer, select, leaveCell, focusInput, numberAt, onKeyDown },
  };
}

export type LineGridModel = ReturnType<typeof useLineGrid>;
