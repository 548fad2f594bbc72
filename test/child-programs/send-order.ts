import { answer, readTask } from './measuring-program.ts';
import {
  chooseTenant,
  fillDraft,
  numberedLines,
  openPlainDesk,
  sendWhole,
  type Tenant,
} from './plain-desk.ts';

/* Sends one order, and answers the milliseconds from submitting it until all of it is in PIMS and compared. */

export interface OrderTask {
  readonly folder: string;
  readonly tenant: Tenant;
  readonly customer: string;
  readonly lines: number;
  readonly linesInFlight: number;
}

const { folder, tenant, customer, lines, linesInFlight } = readTask<OrderTask>();
const { desk, close } = await openPlainDesk(folder);
await chooseTenant(desk, tenant, { linesInFlight });
const id = await fillDraft(desk, { CUSTOMER_CODE: customer }, numberedLines(lines));
const started = performance.now();
await sendWhole(desk, id);
answer(performance.now() - started);
await close();
