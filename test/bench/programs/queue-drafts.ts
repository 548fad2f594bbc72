import { answer, readTask } from '../../child-programs/measuring-program.ts';
import {
  chooseTenant,
  fillDraft,
  numberedLines,
  openPlainDesk,
  type Tenant,
} from '../../child-programs/plain-desk.ts';

/* Fills a folder with drafts that are queued for a PIMS which can't be reached. */

export interface QueueTask {
  readonly folder: string;
  readonly tenant: Tenant;
  readonly drafts: number;
  readonly linesEach: number;
}

const { folder, tenant, drafts, linesEach } = readTask<QueueTask>();
const { desk, close } = await openPlainDesk(folder);
await chooseTenant(desk, tenant);
const lines = numberedLines(linesEach);
for (let index = 0; index < drafts; index += 1) {
  await desk.drafts.submit({ id: await fillDraft(desk, { CUSTOMER_CODE: 'BENCH' }, lines) });
}
answer((await desk.status.read()).outbox);
await close();
