import type { DraftEdit, DraftLine } from '../../../shared/drafts/draft.ts';
import { assertNever } from '../../../shared/errors.ts';
import type { DraftLineId } from '../../../shared/ids.ts';
import type { ScanCommand } from '../../../shared/scanning/command-codes.ts';
import { type InPims, isLineInPims } from '../in-pims.ts';

/** The commands that change the line that was scanned last. */
export type LineCommand = Extract<ScanCommand, { kind: 'quantity' | 'delete-line' }>;

interface CommandedLines {
  readonly lines: readonly DraftLine[];
  readonly inPims: InPims;
  /** The line that was scanned last; null when the latest scan came to nothing. */
  readonly lineId: DraftLineId | null;
}

/** What a command comes to: its edit, with what it did in words, or why it can't be done. */
export type CommandPlan =
  | { readonly ok: true; readonly edit: DraftEdit; readonly words: string }
  | { readonly ok: false; readonly problem: string };

/** The edit of a command that is for the line scanned last. */
export function planCommand(command: LineCommand, { lines, inPims, lineId }: CommandedLines): CommandPlan {
  const index = lines.findIndex(({ id }) => id === lineId);
  const line = lines[index];
  if (line === undefined) {
    return {
      ok: false,
      problem: `${nameOf(command)} is for the line that was scanned last. Scan a part first.`,
    };
  }
  if (isLineInPims(inPims, line.id)) {
    return { ok: false, problem: 'The line that was scanned last is in PIMS already. Change it there.' };
  }
  const code = line.fields.PART_CODE ?? '';
  switch (command.kind) {
    case 'quantity': {
      const { quantity } = command;
      const edit: DraftEdit = { kind: 'set-line', lineId: line.id, field: 'QUANTITY', value: quantity };
      return { ok: true, edit, words: `${code}: ${quantity}` };
    }
    case 'delete-line': {
      const edit: DraftEdit = { kind: 'delete-line', lineId: line.id };
      return { ok: true, edit, words: `Line ${index + 1}, ${code}, was deleted. Undo brings it back.` };
    }
    default:
      return assertNever(command);
  }
}

function nameOf(command: LineCommand): string {
  return command.kind === 'quantity' ? `Quantity ${command.quantity}` : 'Delete line';
}
