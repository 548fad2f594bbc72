import { z } from 'zod';
import { CODE_LENGTH, enteredPackSchema, packSchema } from '../../parts/pack.ts';
import { packImportSchema } from '../../parts/pack-import.ts';
import { partSchema } from '../../parts/part.ts';
import { scannedPartSchema } from '../../parts/scanned-part.ts';
import { SCAN_LENGTH } from '../../scanning/open-scan.ts';
import { codes, nothing, readByCodes, ticket, ticketedSearch } from './common-inputs.ts';

/** Parts, and the table of barcodes. */
export const partsCalls = {
  /**
   * Parts of the chosen connection that match what was typed, best first: by code, barcode, or words of the description.
   * From what PIMS has shown before, at once; asks PIMS nothing.
   */
  'parts.complete': {
    input: z.object({ text: z.string().max(CODE_LENGTH), limit: z.number().int().min(1).max(50) }).strict(),
    output: z.array(partSchema),
  },
  /**
   * The same, from PIMS: one metered request. `cut` says that PIMS may have more. A search under a ticket calls off the one
   * before it under the same ticket, which is `cancelled` then.
   */
  'parts.search': {
    input: ticketedSearch,
    output: z.object({ parts: z.array(partSchema), cut: z.boolean() }),
  },
  /** Calls the search under the ticket off, if there is one under way. */
  'parts.cancel': { input: z.object({ ticket }).strict(), output: nothing },
  /** Those of the codes that PIMS has shown before, however long ago. Asks PIMS nothing. */
  'parts.known': { input: z.object({ codes }).strict(), output: z.array(partSchema) },
  /** The codes of all parts that PIMS has shown before. */
  'parts.codes': { input: nothing, output: z.array(z.string()) },
  /**
   * Parts by their codes: those read within the last `maxAgeMs` milliseconds as they are, the others anew, one metered
   * request for each fifty. `unknown` are the codes that PIMS does not have.
   */
  'parts.read': {
    input: readByCodes,
    output: z.object({ parts: z.array(partSchema), unknown: z.array(z.string()) }),
  },
  /**
   * What a scanned code stands for (`Scan.code`): by the table of barcodes, by what PIMS has shown before, or else by asking
   * PIMS, one metered request.
   */
  'parts.byBarcode': {
    input: z.object({ code: z.string().min(1).max(SCAN_LENGTH) }).strict(),
    output: scannedPartSchema,
  },
  /** The table of barcodes of the chosen connection, by part. */
  'parts.packs': { input: nothing, output: z.array(packSchema) },
  /** One of the same barcode is replaced. */
  'parts.savePack': { input: enteredPackSchema.strict(), output: packSchema },
  'parts.removePack': {
    input: z.object({ barcode: z.string().trim().min(1).max(CODE_LENGTH) }).strict(),
    output: nothing,
  },
  /**
   * Opens the file dialog in the main process and takes a CSV over into the table of barcodes; the rows that are not in
   * order come back with their reasons. Null when it was cancelled.
   */
  'parts.importPacks': { input: nothing, output: packImportSchema.nullable() },
} as const;
