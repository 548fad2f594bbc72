import { readQuantity } from '../drafts/quantity.ts';
import { readScanned } from './read-scanned.ts';

/**
 * What a printed code can have Order Desk do, so that the scanner need not be put down. An order can't be submitted so: a stray
 * scan would send it.
 */
export type ScanCommand =
  /** The line that was scanned last has so many pieces. A decimal text as `readQuantity` writes it. */
  | { readonly kind: 'quantity'; readonly quantity: string }
  /** Takes the latest change of the draft back. */
  | { readonly kind: 'undo' }
  /** The next scan begins a line of its own. */
  | { readonly kind: 'next-line' }
  /** Deletes the line that was scanned last. */
  | { readonly kind: 'delete-line' };

const UNDO = 'OD-UNDO';
const NEXT_LINE = 'OD-NEXT';
const DELETE_LINE = 'OD-DELETE';
const QUANTITY = 'OD-QTY-';

/** Null for the code of a part. Capitals do not matter: Caps Lock exchanges them on many scanners. */
export function readCommandCode(code: string): ScanCommand | null {
  const text = (readScanned(code).codes[0] ?? code).toUpperCase();
  if (text === UNDO) return { kind: 'undo' };
  if (text === NEXT_LINE) return { kind: 'next-line' };
  if (text === DELETE_LINE) return { kind: 'delete-line' };
  if (!text.startsWith(QUANTITY)) return null;
  const reading = readQuantity(text.slice(QUANTITY.length));
  return reading.ok ? { kind: 'quantity', quantity: reading.value } : null;
}

/** The code that stands for a command, as it is printed. */
export function commandCode(command: ScanCommand): string {
  switch (command.kind) {
    case 'undo':
      return UNDO;
    case 'next-line':
      return NEXT_LINE;
    case 'delete-line':
      return DELETE_LINE;
    case 'quantity':
      return `${QUANTITY}${command.quantity}`;
  }
}
