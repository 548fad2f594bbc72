import { assertNever } from '../../../shared/errors.ts';
import type { Direction, GoOn, GridMove } from './grid-selection.ts';

/** What a key press asks of the grid. */
export type GridKey =
  | { readonly kind: 'move'; readonly move: GridMove }
  | { readonly kind: 'go-on'; readonly go: GoOn }
  /** Opens the cell with its value in it. */
  | { readonly kind: 'edit' }
  | { readonly kind: 'escape' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'fill'; readonly direction: 'down' | 'right' }
  /** What is being typed goes into all marked cells. */
  | { readonly kind: 'fill-typed' }
  | { readonly kind: 'insert-row' }
  | { readonly kind: 'duplicate-rows' }
  | { readonly kind: 'remove-rows' }
  | { readonly kind: 'move-rows'; readonly by: -1 | 1 }
  | { readonly kind: 'heading-menu' };

/** How a cell is open: `typed` when typing began over its value, `opened` by F2 or a double click. */
export type EditMode = 'closed' | 'typed' | 'opened';

/** What of a key press is looked at. */
export interface KeyPress {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  /** True while an input method composes: the keys are its own, also the Enter that confirms. */
  readonly isComposing: boolean;
}

/** Reads a key press; undefined for those that the text input itself answers, and for all that types. */
export function readGridKey(press: KeyPress, mode: EditMode): GridKey | undefined {
  if (press.isComposing) return undefined;
  const common = readCommonKey(press, mode);
  if (common !== undefined) return common;
  switch (mode) {
    case 'opened':
      return readRowKey(press);
    case 'typed':
      // As in a spreadsheet: the arrows leave a cell that is typed over, and move the caret in one that was opened.
      return hasMod(press) || press.shiftKey || press.altKey
        ? undefined
        : (readArrow(press) ?? readPage(press));
    case 'closed':
      return readClosedKey(press);
    default:
      return assertNever(mode);
  }
}

function readCommonKey(press: KeyPress, mode: EditMode): GridKey | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = press;
  const mod = ctrlKey || metaKey;
  switch (key) {
    case 'Enter':
      // Ctrl+Enter submits, save where a spreadsheet has it fill.
      if (mod) return mode === 'closed' || altKey || shiftKey ? undefined : { kind: 'fill-typed' };
      if (altKey) return { kind: 'insert-row' };
      return { kind: 'go-on', go: { key: 'enter', back: shiftKey } };
    case 'Tab':
      return mod || altKey ? undefined : { kind: 'go-on', go: { key: 'tab', back: shiftKey } };
    case 'Escape':
      return { kind: 'escape' };
    case 'F2':
      return mod || altKey ? undefined : { kind: 'edit' };
    case 'd':
    case 'D':
      return mod && shiftKey && !altKey ? { kind: 'duplicate-rows' } : undefined;
    case 'Delete':
      return mod && shiftKey && !altKey ? { kind: 'remove-rows' } : undefined;
    default:
      return undefined;
  }
}

function readClosedKey(press: KeyPress): GridKey | undefined {
  const { key, altKey, shiftKey: extend } = press;
  const mod = hasMod(press);
  if (altKey) return readAltKey(press);
  switch (key) {
    case 'ArrowUp':
    case 'ArrowDown':
    case 'ArrowLeft':
    case 'ArrowRight':
      return readArrow(press);
    case 'PageUp':
    case 'PageDown':
      return readPage(press);
    case 'Home':
    case 'End':
      return { kind: 'move', move: { kind: 'end', last: key === 'End', ofGrid: mod, extend } };
    case 'Delete':
      return mod || extend ? undefined : { kind: 'clear' };
    case ' ':
      if (mod) return { kind: 'move', move: { kind: 'whole-columns' } };
      return extend ? { kind: 'move', move: { kind: 'whole-rows' } } : undefined;
    default:
      return mod && !extend ? readModKey(key) : undefined;
  }
}

function readModKey(key: string): GridKey | undefined {
  switch (key.toLowerCase()) {
    case 'a':
      return { kind: 'move', move: { kind: 'all' } };
    case 'd':
      return { kind: 'fill', direction: 'down' };
    case 'r':
      return { kind: 'fill', direction: 'right' };
    default:
      return undefined;
  }
}

function readAltKey(press: KeyPress): GridKey | undefined {
  if (hasMod(press)) return undefined;
  if (press.key === 'ArrowDown' && !press.shiftKey) return { kind: 'heading-menu' };
  if (!press.shiftKey) return undefined;
  if (press.key === 'ArrowUp') return { kind: 'move-rows', by: -1 };
  return press.key === 'ArrowDown' ? { kind: 'move-rows', by: 1 } : undefined;
}

/** Up and down leave an opened cell too: there is but one line of text in it. */
function readRowKey(press: KeyPress): GridKey | undefined {
  if (hasMod(press) || press.shiftKey || press.altKey) return undefined;
  return press.key === 'ArrowUp' || press.key === 'ArrowDown' ? readArrow(press) : readPage(press);
}

function readArrow(press: KeyPress): GridKey | undefined {
  const direction = arrows[press.key];
  if (direction === undefined) return undefined;
  return { kind: 'move', move: { kind: 'step', direction, toEdge: hasMod(press), extend: press.shiftKey } };
}

function readPage({ key, shiftKey: extend }: KeyPress): GridKey | undefined {
  if (key !== 'PageUp' && key !== 'PageDown') return undefined;
  return { kind: 'move', move: { kind: 'page', down: key === 'PageDown', extend } };
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

function hasMod({ ctrlKey, metaKey }: KeyPress): boolean {
  return ctrlKey || metaKey;
}
