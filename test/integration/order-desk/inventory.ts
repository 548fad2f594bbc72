import { createPimsClient } from '../../../electron/pims/pims-client.ts';
import type { PracticeServer } from '../../../electron/practice-server/practice-server.ts';
import { type Part, readPart } from '../../../shared/parts/part.ts';

/** What the practice server has in stock, asked for past the desk; one billed request. */
export async function inventoryOf(practice: PracticeServer): Promise<Part[]> {
  const access = { baseUrl: practice.baseUrl, ...practice.credentials };
  const records = await createPimsClient({ fetch, access }).queryParts({ filters: [], maxReturn: 5_000 });
  return records.flatMap((fields) => readPart(fields, '') ?? []);
}

/** The first part with a barcode. */
export async function partWithBarcode(practice: PracticeServer): Promise<Part & { barcode: string }> {
  for (const part of await inventoryOf(practice)) {
    if (part.barcode !== null) return { ...part, barcode: part.barcode };
  }
  throw new Error('The sample data has no part with a barcode.');
}

/** How often the inventory was searched. */
export function inventoryRequests(practice: PracticeServer): number {
  return practice.billedRequests()['inventory/query'] ?? 0;
}
