import Big from 'big.js';
import { z } from 'zod';
import { barcodeForms } from '../scanning/barcode-forms.ts';
import type { LabelQuantity } from '../scanning/read-scanned.ts';
import { type Part, partKey, partSchema } from './part.ts';

/**
 * What a scanned code stands for. Quantities are decimal texts.
 * - `found`: `pieces` of a part: of its pack (`packQuantity`, 1 for a part's own code), or as many as its label says.
 *   `part` is null when nothing but its code is known now, such as offline.
 * - `several`: PIMS has the barcode at more than one part; a person has to choose.
 * - `unknown`: neither the table of barcodes nor PIMS knows it. `code` is what was looked for first; `problem` says why, if
 *   there is more to say.
 */
export const scannedPartSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('found'),
    partCode: z.string(),
    part: partSchema.nullable(),
    packQuantity: z.string(),
    pieces: z.string(),
  }),
  z.object({ kind: z.literal('several'), parts: z.array(partSchema) }),
  z.object({ kind: z.literal('unknown'), code: z.string(), problem: z.string().nullable() }),
]);
export type ScannedPart = z.infer<typeof scannedPartSchema>;

/**
 * The parts that a scanned label means: of its codes the first that is a part's barcode, in any of its forms, or a part's
 * code. More than one only when parts share a barcode; none when nothing fits.
 */
export function partsOfLabel(codes: readonly string[], parts: readonly Part[]): readonly Part[] {
  for (const code of codes) {
    const forms = barcodeForms(code);
    const byBarcode = parts.filter(({ barcode }) => barcode !== null && forms.includes(barcode));
    if (byBarcode.length > 0) return byBarcode;
    const byCode = parts.filter((part) => partKey(part.code) === partKey(code));
    if (byCode.length > 0) return byCode;
  }
  return [];
}

/** How many pieces one scan stands for: a label that counts pieces is taken at its word. */
export function piecesOf(packQuantity: string, label: LabelQuantity | null): string {
  if (label === null) return packQuantity;
  return label.of === 'pieces' ? label.value : new Big(label.value).times(packQuantity).toFixed();
}
