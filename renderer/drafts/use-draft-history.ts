import type { DraftEdit } from '../../shared/drafts/draft.ts';
import { useUndoKeys } from '../ui/use-undo-keys.ts';
import { type DraftContent, indexOfLine } from './draft-model.ts';
import type { DraftSession } from './draft-session.ts';

/** Where an undo or a redo leads the person: to what it changed. */
export type ChangedPlace =
  | { readonly kind: 'header'; readonly field: string }
  | { readonly kind: 'line'; readonly lineIndex: number; readonly field: string }
  | { readonly kind: 'change'; readonly lineNumber: string; readonly field: string };

/** Undo and redo of a draft, also by their keys: the inputs' own undo would leave the draft as it is. */
export function useDraftHistory(
  session: DraftSession,
  enabled: boolean,
  onChanged: (place: ChangedPlace) => void,
): { undo: () => void; redo: () => void } {
  const run = (step: () => readonly DraftEdit[]): void => {
    if (!enabled) return;
    const before = session.snapshot().content;
    const edits = step();
    const place = changedPlace(before, session.snapshot().content, edits);
    if (place !== undefined) onChanged(place);
  };
  const undo = (): void => run(() => session.undo());
  const redo = (): void => run(() => session.redo());

  useUndoKeys({ undo, redo });
  return { undo, redo };
}

/** Of many lines the upper one of both ends: a person reads down from there. */
function changedPlace(
  before: DraftContent,
  after: DraftContent,
  edits: readonly DraftEdit[],
): ChangedPlace | undefined {
  const last = placeOf(before, after, edits.at(-1));
  const first = placeOf(before, after, edits[0]);
  if (first?.kind !== 'line' || last?.kind !== 'line') return last;
  return first.lineIndex < last.lineIndex ? first : last;
}

function placeOf(
  before: DraftContent,
  after: DraftContent,
  edit: DraftEdit | undefined,
): ChangedPlace | undefined {
  if (edit === undefined) return undefined;
  if (edit.kind === 'set-header') return { kind: 'header', field: edit.field };
  if (edit.kind === 'change-line') return { kind: 'change', lineNumber: edit.lineNumber, field: edit.field };
  const field = edit.kind === 'set-line' ? edit.field : 'PART_CODE';
  const at = indexOfLine(edit.kind === 'delete-line' ? before : after, edit.lineId);
  return { kind: 'line', lineIndex: Math.max(0, Math.min(at, after.lines.length)), field };
}
