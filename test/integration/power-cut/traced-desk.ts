import { answer, readTask } from '../../child-programs/measuring-program.ts';
import {
  chooseTenant,
  fillDraft,
  numberedLines,
  openPlainDesk,
  sendWhole,
  type Tenant,
} from '../../child-programs/plain-desk.ts';

/* A process of its own that begins a data folder, sends an order from it, and answers when all of it is in PIMS. */

export interface TracedTask {
  readonly folder: string;
  readonly tenant: Tenant;
  readonly customer: string;
  readonly lines: number;
  readonly linesInFlight: number;
}

const { folder, tenant, customer, lines, linesInFlight } = readTask<TracedTask>();
const { desk, close } = await openPlainDesk(folder);
await chooseTenant(desk, tenant, { linesInFlight });
await sendWhole(desk, await fillDraft(desk, { CUSTOMER_CODE: customer }, numberedLines(lines)));
await close();
answer('sent');
