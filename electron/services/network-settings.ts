import { z } from 'zod';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { Clock } from '../clock.ts';
import type { DeskCall } from '../desk-call.ts';
import type { Log } from '../log.ts';
import { readCaFile } from '../network/ca-file.ts';
import type { Network } from '../network/network.ts';
import type { SettingsRepository } from '../storage/settings.ts';

export interface NetworkSettingsService {
  read: DeskCall<'network.read'>;
  /**
   * Trusts the certificates of a file, or with null only the usual ones again.
   * @throws DeskError `invalid-input` when the file can't be read or holds no usable certificate
   */
  setCaFile(path: string | null): Promise<CallOutput<'network.read'>>;
}

const pathSchema = z.string();

/** Takes up the CA file of the last start. One that is gone by now is logged, and stays named in the settings. */
export async function createNetworkSettings(
  network: Pick<Network, 'setExtraCa'>,
  settings: SettingsRepository,
  clock: Clock,
  log: Log,
): Promise<NetworkSettingsService> {
  let current: CallOutput<'network.read'> = { caFile: null, caSubjects: [] };

  async function trust(path: string): Promise<void> {
    const { pem, subjects } = await readCaFile(path, clock.now());
    network.setExtraCa(pem);
    current = { caFile: path, caSubjects: subjects };
  }

  const kept = settings.read('ca-file', pathSchema);
  if (kept !== undefined) {
    try {
      await trust(kept);
    } catch (cause) {
      current = { caFile: kept, caSubjects: [] };
      log.warn('The extra CA file is not used', { cause });
    }
  }

  return {
    read: async () => current,
    async setCaFile(path) {
      if (path === null) {
        network.setExtraCa(null);
        settings.remove('ca-file');
        current = { caFile: null, caSubjects: [] };
      } else {
        await trust(path);
        settings.write('ca-file', path);
      }
      return current;
    },
  };
}
