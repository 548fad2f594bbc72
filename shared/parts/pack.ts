import { z } from 'zod';
import { readQuantity } from '../drafts/quantity.ts';

/** The longest barcode and part code that a person can enter. */
export const CODE_LENGTH = 200;

const codeSchema = z.string().trim().min(1).max(CODE_LENGTH);

/**
 * What a barcode of a person's own table stands for: `quantity` pieces of a part, a decimal text as `readQuantity` writes
 * it. PIMS knows one barcode for each part, so that those of cartons are kept here.
 */
export const packSchema = z.object({ barcode: codeSchema, partCode: codeSchema, quantity: z.string() });
export type Pack = z.infer<typeof packSchema>;

/** A pack as a person enters it. */
export const enteredPackSchema = packSchema.extend({
  quantity: z
    .string()
    .max(CODE_LENGTH)
    .transform((typed, context) => {
      const reading = readQuantity(typed);
      if (reading.ok) return reading.value;
      context.addIssue({ code: 'custom', message: reading.problem });
      return z.NEVER;
    }),
});
