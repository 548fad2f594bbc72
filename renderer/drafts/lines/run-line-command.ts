import type { DraftEdit, DraftLine } from '../../../shared/drafts/draft.ts';
import { fieldProblems } from '../../../shared/drafts/validate-draft.ts';
import { assertNever } from '../../../shared/errors.ts';
import type { GridCommand } from '../../line-grid/model/grid-model.ts';
import { notify } from '../../ui/notify.tsx';
import { lineKey } from '../draft-problems.ts';
import type { DraftSession } from '../draft-session.ts';
import { editsOf, putBackEdits, removedWords } from './line-commands.ts';

/** Carries commands of the grid out in a draft. `onLeave` is told of cells that were left with something wrong in them,
 * `onTake` says what a suggestion comes to. */
export function lineCommandRunner(
  session: DraftSession,
  onLeave: (key: string) => void,
  onTake: (line: DraftLine, suggestion: string) => readonly DraftEdit[],
): (command: GridCommand) => void {
  return (command) => {
    const { lines } = session.snapshot().content;
    switch (command.kind) {
      case 'write': {
        const edits = editsOf(lines, command);
        return session.edit(edits, command.typing ? typingKey(edits[0]) : null);
      }
      case 'cancel-typing':
        return session.cancelTyping();
      case 'take': {
        const line = lines.find(({ id }) => id === command.rowId);
        if (line === undefined) return;
        // One step with what was typed to find it.
        session.edit(onTake(line, command.suggestion), lineKey(line.id, command.column));
        return session.endTyping();
      }
      case 'leave': {
        session.endTyping();
        const line = lines.find(({ id }) => id === command.rowId);
        if (line === undefined) return;
        const isWrong = fieldProblems(line.fields).some(({ field }) => field === command.column);
        if (isWrong) onLeave(lineKey(line.id, command.column));
        return;
      }
      case 'insert':
      case 'move':
        return session.edit(editsOf(lines, command));
      case 'remove':
        session.edit(editsOf(lines, command));
        return offerToPutBack(session, lines, command.rowIds);
      default:
        return assertNever(command);
    }
  };
}

/** Letters typed into one cell, one after the other, are one step of undo. */
function typingKey(edit: DraftEdit | undefined): string | null {
  switch (edit?.kind) {
    case 'set-line':
      return lineKey(edit.lineId, edit.field);
    case 'insert-line':
      return lineKey(edit.lineId, Object.keys(edit.fields)[0] ?? '');
    case 'set-header':
    case 'delete-line':
    case 'change-line':
    case undefined:
      return null;
    default:
      return assertNever(edit);
  }
}

/** Undo takes the latest step back; this takes the removal back, whatever was done since. */
function offerToPutBack(
  session: DraftSession,
  before: readonly DraftLine[],
  rowIds: readonly string[],
): void {
  const removed = new Set(rowIds);
  notify('info', removedWords(before, removed), {
    label: 'Undo',
    run: () => session.edit(putBackEdits(before, removed, session.snapshot().content.lines)),
  });
}
