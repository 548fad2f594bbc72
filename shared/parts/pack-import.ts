import { z } from 'zod';

/** A row that can't be taken over. `row` counts as a spreadsheet does, the heading is row 1. */
export const rowProblemSchema = z.object({ row: z.number().int(), problem: z.string() });
export type RowProblem = z.infer<typeof rowProblemSchema>;

/**
 * What became of a file of packs: `rows` without the heading and blank ones is the sum of `added` (new barcodes),
 * `changed` (barcodes that stood for something else), `same` and the problems.
 */
export const packImportSchema = z.object({
  rows: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  problems: z.array(rowProblemSchema),
});
export type PackImport = z.infer<typeof packImportSchema>;
