import { systemClock } from '../../../electron/clock.ts';
import { createKeytarKeychain } from '../../../electron/credentials/keytar-keychain.ts';
import { createLog } from '../../../electron/log.ts';
import { createMachineIdentity } from '../../../electron/machine/machine-identity.ts';
import { createNetwork } from '../../../electron/network/network.ts';
import { createOrderDesk } from '../../../electron/order-desk.ts';
import type { PracticeServer } from '../../../electron/practice-server/practice-server.ts';
import { dataFolderIn } from '../../../electron/shell/app-folders.ts';
import {
  type Connection,
  type ConnectionInput,
  usualSending,
} from '../../../shared/connections/connection.ts';

/**
 * Puts a chosen test connection to a practice server into a folder, its secret into the session's keychain. `change` is
 * what a person would set differently.
 */
export async function chooseTestConnection(
  userDataDir: string,
  server: PracticeServer,
  change: Partial<ConnectionInput> = {},
): Promise<Connection> {
  const { teamId, apiId, apiSecret } = server.credentials;
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
    const connection = { name: 'Test server', baseUrl: server.baseUrl, teamId, apiId, ...usualSending };
    const { id } = await desk.connections.save({
      connection: { ...connection, kind: 'test', secret: apiSecret, ...change },
      keepSecretIn: 'keychain',
    });
    return await desk.connections.choose({ id });
  } finally {
    await desk.close();
    await network.close();
  }
}
