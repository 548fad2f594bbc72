import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Network } from '../../../electron/network/network.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import { answer, readTask } from '../../child-programs/measuring-program.ts';
import {
  chooseTenant,
  fillDraft,
  numberedLines,
  openPlainDesk,
  sendWhole,
  type Tenant,
} from '../../child-programs/plain-desk.ts';
import { createOrder, send } from './bare-pims.ts';

/*
 * Sends the same lines to two orders: Order Desk to one, a bare fetch loop to the other, a block each in turn. Answers
 * milliseconds from the start of one request to the start of the next.
 */

export interface LinesTask {
  readonly folder: string;
  readonly tenant: Tenant;
  readonly customer: string;
  readonly lines: number;
  readonly block: number;
}

export interface LinesFigures {
  readonly ours: readonly number[];
  readonly bare: readonly number[];
  /** Milliseconds that the disk takes to keep one small write, measured after each bare request. */
  readonly sync: readonly number[];
}

const { folder, tenant, customer, lines: count, block } = readTask<LinesTask>();
const lines = numberedLines(count);
const figures = { ours: [] as number[], bare: [] as number[], sync: [] as number[] };

const bareOrder = await createOrder(tenant, { CUSTOMER_CODE: customer, REFERENCE_NUMBER: 'BARE-LOOP' });
let bareDone = 0;

const probe = openSync(join(folder, 'sync-probe'), 'a');
const page = Buffer.alloc(4_096);

async function bareBlock(): Promise<void> {
  for (const fields of lines.slice(bareDone, bareDone + block)) {
    const started = performance.now();
    await send(tenant, 'orders/line_item', { ...fields, ORDER_NUMBER: bareOrder });
    const answered = performance.now();
    figures.bare.push(answered - started);
    writeSync(probe, page);
    fsyncSync(probe);
    figures.sync.push(performance.now() - answered);
  }
  bareDone += block;
}

/** Before each block of the desk's lines, a bare block goes out while the desk's next line is held back. */
function inTurns(network: Network): Network {
  let sent = 0;
  let last = 0;
  return {
    ...network,
    fetch: async (url, init) => {
      if (init?.method !== 'PUT' || !String(url).includes('/orders/line_item'))
        return network.fetch(url, init);
      if (sent > 0) figures.ours.push(performance.now() - last);
      if (sent % block === 0) await bareBlock();
      sent += 1;
      last = performance.now();
      return network.fetch(url, init);
    },
  };
}

const { desk, close } = await openPlainDesk(folder, inTurns);
await chooseTenant(desk, tenant);
const header: PimsFields = { CUSTOMER_CODE: customer };
await sendWhole(desk, await fillDraft(desk, header, lines));
await close();
closeSync(probe);
answer(figures satisfies LinesFigures);
