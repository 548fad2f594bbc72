import { z } from 'zod';
import { partSchema } from '../parts/part.ts';

/** The longest code that a scan may bring, separators of 2D labels included. */
export const SCAN_LENGTH = 2_000;

/** A scanned code that came to nothing yet. */
export const openScanSchema = z.object({
  /** As it was scanned (`Scan.code`). */
  code: z.string().min(1).max(SCAN_LENGTH),
  /** How often it was scanned. */
  times: z.number().int().min(1),
  /** Why, in a sentence for the person. */
  problem: z.string().max(1_000),
  /** A person has to say which of them it is; empty when none is known. */
  parts: z.array(partSchema).max(200),
});
export type OpenScan = z.infer<typeof openScanSchema>;
