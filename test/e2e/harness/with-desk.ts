import { systemClock } from '../../../electron/clock.ts';
import { createKeytarKeychain } from '../../../electron/credentials/keytar-keychain.ts';
import { createLog } from '../../../electron/log.ts';
import { createMachineIdentity } from '../../../electron/machine/machine-identity.ts';
import { createNetwork } from '../../../electron/network/network.ts';
import { createOrderDesk, type OrderDesk } from '../../../electron/order-desk.ts';
import { dataFolderIn } from '../../../electron/shell/app-folders.ts';

/** Works on a folder in the test's own process, without a window, before Order Desk starts on it or after it has ended. */
export async function withDesk<T>(userDataDir: string, work: (desk: OrderDesk) => Promise<T>): Promise<T> {
  const network = createNetwork({ resolveProxy: async () => 'DIRECT', systemCertificates: () => [] });
  const desk = await createOrderDesk({
    dataDir: dataFolderIn(userDataDir),
    keychain: createKeytarKeychain(),
    network,
    clock: systemClock,
    log: createLog(() => undefined),
    machine: createMachineIdentity(process.platform),
    practice: { start: () => Promise.reject(new Error('Not needed here')), stop: () => Promise.resolve() },
  });
  try {
    return await work(desk);
  } finally {
    await desk.close();
    await network.close();
  }
}
