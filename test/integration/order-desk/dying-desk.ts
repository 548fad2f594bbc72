import { createLog } from '../../../electron/log.ts';
import { createNetwork } from '../../../electron/network/network.ts';
import { createOrderDesk } from '../../../electron/order-desk.ts';
import type { DraftId } from '../../../shared/ids.ts';
import { fakeKeychain, hastyClock } from './fakes.ts';

/*
 * A process of its own that opens a data folder, submits a draft and dies at a moment of its sending, as a power
 * cut or kill -9 would have it: nothing is closed.
 */

export interface DyingOrders {
  readonly folder: string;
  readonly draftId: DraftId;
  readonly practice: {
    readonly baseUrl: string;
    readonly teamId: string;
    readonly apiId: string;
    readonly apiSecret: string;
  };
  /** The log line at which it dies; null when somebody else ends it. */
  readonly at: string | null;
  readonly ordinal: number;
}

const orders: DyingOrders = JSON.parse(process.argv[2] ?? '');

const log = createLog((_level, message, details) => {
  if (message === orders.at && details.ordinal === orders.ordinal) process.kill(process.pid, 'SIGKILL');
});
const desk = await createOrderDesk({
  dataDir: orders.folder,
  keychain: fakeKeychain(),
  network: createNetwork({ resolveProxy: async () => 'DIRECT', systemCertificates: () => [] }),
  clock: hastyClock,
  log,
  machine: { read: async () => 'this machine' },
  practice: { start: async () => orders.practice, stop: async () => undefined },
});
await desk.drafts.submit({ id: orders.draftId });
