import type { DraftId, DraftLineId } from '../../../shared/ids.ts';
import { draftLineIdSchema } from '../../../shared/ids.ts';
import { answer, readTask } from '../../child-programs/measuring-program.ts';
import {
  chooseTenant,
  fillDraft,
  numberedLines,
  openPlainDesk,
  type Tenant,
} from '../../child-programs/plain-desk.ts';

/* Edits drafts of different length in turn, one quantity at a time. Answers milliseconds until each edit is on disk. */

export interface EditsTask {
  readonly folder: string;
  readonly tenant: Tenant;
  readonly lengths: readonly number[];
  readonly edits: number;
}

/** For each length, what each edit took. */
export type EditsFigures = readonly (readonly number[])[];

const { folder, tenant, lengths, edits } = readTask<EditsTask>();
const { desk, close } = await openPlainDesk(folder);
await chooseTenant(desk, tenant);
const drafts: { id: DraftId; length: number; took: number[] }[] = [];
for (const length of lengths) {
  const id = await fillDraft(desk, { CUSTOMER_CODE: 'BENCH' }, numberedLines(length));
  drafts.push({ id, length, took: [] });
}
const WARM_UP = 20;
for (let round = -WARM_UP; round < edits; round += 1) {
  for (const { id, length, took } of drafts) {
    const lineId: DraftLineId = draftLineIdSchema.parse(`line-${Math.floor(Math.random() * length)}`);
    const value = String((Math.abs(round) % 90) + 10);
    const started = performance.now();
    await desk.drafts.edit({ id, edits: [{ kind: 'set-line', lineId, field: 'QUANTITY', value }] });
    if (round >= 0) took.push(performance.now() - started);
  }
}
answer(drafts.map(({ took }) => took) satisfies EditsFigures);
await close();
