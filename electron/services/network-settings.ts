import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { DeskError } from '../../shared/errors.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { DeskCall } from '../desk-call.ts';
import type { Log } from '../log.ts';
import { distinguishedName } from '../network/certificate.ts';
import type { Network } from '../network/network.ts';
import type { SettingsRepository } from '../storage/settings.ts';

export interface NetworkSettingsService {
  read: DeskCall<'network.read'>;
  /**
   * Trusts the certificates of a file, or with null only the usual ones again.
   * @throws DeskError `invalid-input` when the file can't be read or holds no certificate
   */
  setCaFile(path: string | null): Promise<CallOutput<'network.read'>>;
}

const pathSchema = z.string();
const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
/** Bundles of every public authority have some 250 kB. */
const LARGEST_CA_FILE = 5_000_000;

/** Takes up the CA file of the last start. One that is gone by now is logged, and stays named in the settings. */
export async function createNetworkSettings(
  network: Pick<Network, 'setExtraCa'>,
  settings: SettingsRepository,
  log: Log,
): Promise<NetworkSettingsService> {
  let current: CallOutput<'network.read'> = { caFile: null, caSubjects: [] };

  async function trust(path: string): Promise<void> {
    const certificates = await readCertificates(path);
    network.setExtraCa(certificates.map(String).join('\n'));
    current = { caFile: path, caSubjects: certificates.map(({ subject }) => distinguishedName(subject)) };
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

/** The certificates of a PEM or DER file. */
async function readCertificates(path: string): Promise<X509Certificate[]> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    throw new DeskError('invalid-input', `The file ${path} can’t be read.`, { path }, { cause });
  }
  try {
    if (bytes.length > LARGEST_CA_FILE) throw new RangeError(`${bytes.length} bytes`);
    const pem: (string | Buffer)[] = bytes.toString('latin1').match(PEM_CERTIFICATE) ?? [bytes];
    return pem.map((certificate) => new X509Certificate(certificate));
  } catch (cause) {
    throw new DeskError(
      'invalid-input',
      `${path} holds no certificate that Order Desk can read. Ask IT for the authority’s certificate as a PEM file.`,
      { path },
      { cause },
    );
  }
}
