import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import type { Clock } from '../clock.ts';

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

export interface InterfaceWatchOptions {
  readonly clock: Clock;
  /** An address came, went or changed: what could not be reached may be within reach again. */
  readonly onChange: () => void;
  readonly read?: () => Interfaces;
}

/** Reading them costs some microseconds; a person who walks back into the wireless hardly notices this long. */
const POLL_MS = 3_000;

/** Watches the machine's network addresses; the answer stops it. Node tells of no change by itself. */
export function watchInterfaces({
  clock,
  onChange,
  read = networkInterfaces,
}: InterfaceWatchOptions): () => void {
  let known = present() ?? '';
  let callOff = clock.schedule(POLL_MS, look);

  function look(): void {
    callOff = clock.schedule(POLL_MS, look);
    const now = present();
    if (now === undefined || now === known) return;
    known = now;
    onChange();
  }

  /** Undefined when the system does not tell: that must end nothing, since waiting for a network goes on without. */
  function present(): string | undefined {
    try {
      return fingerprint(read());
    } catch {
      return undefined;
    }
  }

  return () => callOff();
}

/** The addresses of every interface but loopback, in an order of their own. */
export function fingerprint(interfaces: Interfaces): string {
  return Object.entries(interfaces)
    .flatMap(([name, addresses = []]) =>
      addresses
        .filter(({ internal }) => !internal)
        .map(({ address, netmask }) => `${name} ${address} ${netmask}`),
    )
    .sort()
    .join('\n');
}
