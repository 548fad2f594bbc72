import type { DraftEdit } from '../../shared/drafts/draft.ts';
import { assertNever } from '../../shared/errors.ts';
import type { UndoHistory } from '../ui/undo-history.ts';

/** One step of undo: what was done and what takes it back. */
export interface HistoryStep {
  readonly edits: readonly DraftEdit[];
  readonly inverse: readonly DraftEdit[];
  /** The input that is being typed into; null once that is over, and for everything but typing. */
  readonly typing: string | null;
}

export type DraftHistory = UndoHistory<HistoryStep>;

/** What is typed on in one input: null when it was typed and taken out again. */
export function joinTyping(last: HistoryStep, step: HistoryStep): HistoryStep | null {
  const joined: HistoryStep = {
    edits: mergeTyping(last.edits, step.edits),
    // The first inverse knows what stood there before the typing began.
    inverse: step.edits.every((edit) => isSet(edit) && last.edits.some((one) => sameTarget(one, edit)))
      ? last.inverse
      : [...step.inverse, ...last.inverse],
    typing: step.typing,
  };
  return changesNothing(joined) ? null : joined;
}

function changesNothing({ edits: [edit, ...more], inverse: [back, ...others] }: HistoryStep): boolean {
  if (edit === undefined || back === undefined || more.length > 0 || others.length > 0) return false;
  return isSet(edit) && isSet(back) && sameTarget(edit, back) && edit.value === back.value;
}

/**
 * Joins new edits to waiting ones. A value set again replaces the one before, unless the line itself came, went
 * or moved in between; so a word typed quickly is one edit and the order of edits keeps its meaning.
 */
export function mergeTyping(waiting: readonly DraftEdit[], added: readonly DraftEdit[]): DraftEdit[] {
  const merged = [...waiting];
  for (const edit of added) {
    const at = isSet(edit) ? lastSetOf(merged, edit) : -1;
    if (at >= 0) merged[at] = edit;
    else merged.push(edit);
  }
  return merged;
}

/** Typing goes on in the same place, so looking far back would only cost time in a large paste. */
const LOOK_BACK = 40;

function lastSetOf(edits: readonly DraftEdit[], edit: DraftEdit): number {
  for (let at = edits.length - 1; at >= 0 && at >= edits.length - LOOK_BACK; at--) {
    const before = edits[at];
    if (before === undefined) return -1;
    if (sameTarget(before, edit)) return at;
    if (!isSet(before) && edit.kind === 'set-line' && before.lineId === edit.lineId) return -1;
  }
  return -1;
}

type SetEdit = Extract<DraftEdit, { kind: 'set-header' | 'set-line' | 'change-line' }>;

function isSet(edit: DraftEdit): edit is SetEdit {
  return edit.kind === 'set-header' || edit.kind === 'set-line' || edit.kind === 'change-line';
}

function sameTarget(a: DraftEdit, b: DraftEdit): boolean {
  return isSet(a) && isSet(b) && a.field === b.field && lineOf(a) === lineOf(b);
}

function lineOf(edit: SetEdit): string {
  switch (edit.kind) {
    case 'set-header':
      return 'header';
    case 'set-line':
      return `line ${edit.lineId}`;
    case 'change-line':
      return `change ${edit.lineNumber}`;
    default:
      return assertNever(edit);
  }
}
