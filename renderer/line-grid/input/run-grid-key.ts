import { assertNever } from '../../../shared/errors.ts';
import type { GridKey } from '../model/grid-keys.ts';
import { type GridMove, goOn, isSingleCell, moveSelection, selectCell } from '../model/grid-selection.ts';
import { type GridNowRef, type Select, valueAt } from './grid-now.ts';
import type { BlockActions } from './use-block-actions.ts';
import type { CellEditor } from './use-cell-editor.ts';

interface KeyTargets {
  readonly now: GridNowRef;
  readonly editor: CellEditor;
  readonly block: BlockActions;
  readonly select: Select;
  readonly pageRows: () => number;
  readonly openHeadingMenu: () => void;
  /** True after Escape: the next Tab leads out of the grid. */
  readonly isLeaving: boolean;
}

/** Does what a key asks for; false when the key is to do what it does everywhere. */
export function runGridKey(asked: GridKey, targets: KeyTargets): boolean {
  const { now, editor, block, select } = targets;
  switch (asked.kind) {
    case 'move': {
      editor.commit();
      const { selection, size } = now.current;
      const isFilled = (place: { row: number; column: number }) => valueAt(now.current, place) !== '';
      const next = moveSelection(selection, asked.move, { size, pageRows: targets.pageRows(), isFilled });
      select(next, isAtOneStroke(asked.move));
      return true;
    }
    case 'go-on': {
      editor.commit();
      const { selection, size, props } = now.current;
      const isTab = asked.go.key === 'tab';
      if (isTab && (targets.isLeaving || !props.canWrite)) return false;
      const next = goOn(selection, asked.go, size);
      if (next === null) return false;
      select(next);
      return true;
    }
    case 'edit':
      editor.open();
      return true;
    case 'escape':
      if (editor.modeNow() !== 'closed') editor.cancel();
      else select({ ...selectCell(now.current.selection.active), home: now.current.selection.home });
      return true;
    case 'clear':
      block.clear();
      return true;
    case 'fill':
      block.fill(asked.direction);
      return true;
    case 'fill-typed': {
      if (isSingleCell(now.current.selection)) return false;
      const typed = editor.textNow();
      // Of one step with the filling, not a step before it.
      editor.cancel();
      block.fillWith(typed);
      return true;
    }
    case 'insert-row':
      editor.commit();
      block.insertRow('below');
      return true;
    case 'duplicate-rows':
      editor.commit();
      block.duplicateRows();
      return true;
    case 'remove-rows':
      editor.commit();
      block.removeRows();
      return true;
    case 'move-rows':
      block.moveRows(asked.by);
      return true;
    case 'heading-menu':
      targets.openHeadingMenu();
      return true;
    default:
      return assertNever(asked);
  }
}

/** Whether a move marks what has no end to be looked at. */
function isAtOneStroke({ kind }: GridMove): boolean {
  return kind === 'all' || kind === 'whole-rows' || kind === 'whole-columns';
}
