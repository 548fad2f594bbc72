import { systemClock } from './clock.ts';
import { createKeytarKeychain } from './credentials/keytar-keychain.ts';
import { allHandlers } from './ipc/all-handlers.ts';
import { createDispatch, type Dispatch } from './ipc/dispatch.ts';
import type { ShellPort } from './ipc/ports.ts';
import type { Log } from './log.ts';
import { createMachineIdentity } from './machine/machine-identity.ts';
import { createNetwork } from './network/network.ts';
import { readSystemCertificates } from './network/system-certificates.ts';
import { createOrderDesk, type FolderDesk } from './order-desk.ts';
import type { PracticeHost } from './services/pims-access.ts';

interface Opening {
  readonly dataFolder: string;
  readonly log: Log;
  readonly practice: PracticeHost;
  readonly shell: ShellPort;
  /** The system's proxy for an address, in PAC form. */
  readonly resolveProxy: (url: string) => Promise<string>;
}

export interface OpenDesk {
  readonly desk: FolderDesk;
  readonly dispatch: Dispatch;
  /** Waits some seconds for what is being sent, then lets go of everything. */
  close(): Promise<void>;
}

/**
 * Opens the application below IPC with the real network, keychain and clock. Loaded as a part of its own, while the
 * page is loading: it brings most of the code with it.
 */
export async function openDesk({
  dataFolder,
  log,
  practice,
  shell,
  resolveProxy,
}: Opening): Promise<OpenDesk> {
  const network = createNetwork({ resolveProxy, systemCertificates: readSystemCertificates });
  const desk = await createOrderDesk({
    dataDir: dataFolder,
    keychain: createKeytarKeychain(),
    network,
    clock: systemClock,
    log,
    practice,
    machine: createMachineIdentity(process.platform),
  });
  const report = (message: string, error: unknown) => log.error(message, { error });
  return {
    desk,
    dispatch: createDispatch({ handlers: allHandlers(desk, shell), report }),
    async close() {
      await desk.close();
      await network.close();
    },
  };
}
