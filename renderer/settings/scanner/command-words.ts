import { readQuantity } from '../../../shared/drafts/quantity.ts';
import { commandCode, type ScanCommand } from '../../../shared/scanning/command-codes.ts';

/** What a command is called on the sheet. */
export function commandName(command: ScanCommand): string {
  switch (command.kind) {
    case 'quantity':
      return `Quantity ${command.quantity}`;
    case 'undo':
      return 'Undo';
    case 'next-line':
      return 'Next line';
    case 'delete-line':
      return 'Delete line';
  }
}

/** More fit no page that a person finds their way on. */
const MOST_QUANTITIES = 60;
/** A longer code would be squeezed into its place on the sheet until scanners can’t read it. */
const LONGEST_CODE = 12;

export const usualQuantities = '2 3 4 5 6 8 10 12 15 20 24 25 30 50 100';

export type SheetCommands =
  | { readonly ok: true; readonly commands: readonly ScanCommand[] }
  | { readonly ok: false; readonly problem: string };

/** The commands of a sheet, with the quantities that a person typed, parted by spaces or commas. */
export function sheetCommands(typed: string): SheetCommands {
  const commands: ScanCommand[] = [{ kind: 'undo' }, { kind: 'next-line' }, { kind: 'delete-line' }];
  const seen = new Set<string>();
  for (const text of typed.split(/[\s,;]+/).filter((one) => one !== '')) {
    const reading = readQuantity(text);
    if (!reading.ok) return { ok: false, problem: reading.problem };
    const command: ScanCommand = { kind: 'quantity', quantity: reading.value };
    if (commandCode(command).length > LONGEST_CODE) {
      return { ok: false, problem: `${text} is too long for a code of the sheet.` };
    }
    if (seen.has(reading.value)) continue;
    seen.add(reading.value);
    commands.push(command);
  }
  if (seen.size > MOST_QUANTITIES) {
    return { ok: false, problem: `A sheet has room for ${MOST_QUANTITIES} quantities.` };
  }
  return { ok: true, commands };
}
