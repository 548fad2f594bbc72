import { z } from 'zod';
import { codeKey } from '../pims/code-key.ts';
import { type PimsFields, textOf } from '../pims/fields.ts';

/**
 * A part as PIMS had it at `readAt` (ISO time). Amounts are decimal texts as PIMS gives them; what PIMS did not say, or
 * said in a way that is no number, is null and not 0.
 */
export const partSchema = z.object({
  code: z.string(),
  description: z.string().nullable(),
  barcode: z.string().nullable(),
  onHand: z.string().nullable(),
  available: z.string().nullable(),
  readAt: z.string(),
});
export type Part = z.infer<typeof partSchema>;

const DECIMAL = /^-?(?:\d+(?:\.\d*)?|\.\d+)$/;

/** A record of `inventory/query` as a part (pims-more: Inventory); null when it names no part. */
export function readPart(fields: PimsFields, readAt: string): Part | null {
  const code = textOf(fields.PART_CODE);
  if (code === null) return null;
  return {
    code,
    description: textOf(fields.PART_DESCRIPTION),
    barcode: textOf(fields.BARCODE),
    onHand: amountOf(fields.QTY_ONHAND),
    available: amountOf(fields.QTY_AVAILABLE),
    readAt,
  };
}

/** Two codes of the same key name the same part: PIMS takes them in upper and lower case (pims-more). */
export function partKey(code: string): string {
  return codeKey(code);
}

function amountOf(value: string | undefined): string | null {
  const text = textOf(value);
  return text !== null && DECIMAL.test(text) ? text : null;
}
