import type { DraftEdit } from '../../../shared/drafts/draft.ts';
import { assertNever } from '../../../shared/errors.ts';
import type { GridCommand } from '../../line-grid/model/grid-model.ts';
import { changeKey } from '../draft-problems.ts';
import type { DraftSession } from '../draft-session.ts';
import { writtenValue } from '../lines/line-commands.ts';
import type { PresentLine } from './present-lines.ts';

/**
 * Carries commands of the grid out as changes of the order's lines. There are none that add, remove or move lines: the order in
 * PIMS has them.
 */
export function presentCommandRunner(
  session: DraftSession,
  onLeave: (key: string) => void,
  lineOf: (id: string) => PresentLine | undefined,
): (command: GridCommand) => void {
  return (command) => {
    switch (command.kind) {
      case 'write': {
        const edits = command.cells.flatMap(({ rowId, column, value }): DraftEdit[] => {
          const line = lineOf(rowId);
          if (line === undefined) return [];
          const written = writtenValue(column, value);
          return [{ kind: 'change-line', lineNumber: rowId, base: line.base, field: column, value: written }];
        });
        const [cell] = command.cells;
        const isTyping = command.typing && cell !== undefined;
        return session.edit(edits, isTyping ? changeKey(cell.rowId, cell.column) : null);
      }
      case 'cancel-typing':
        return session.cancelTyping();
      case 'leave':
        if (command.rowId !== null) onLeave(changeKey(command.rowId, command.column));
        return session.endTyping();
      case 'take':
      case 'insert':
      case 'remove':
      case 'move':
        return;
      default:
        return assertNever(command);
    }
  };
}
