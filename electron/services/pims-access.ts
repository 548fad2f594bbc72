import { DeskError } from '../../shared/errors.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import type { Purpose } from '../../shared/usage/purpose.ts';
import type { Log } from '../log.ts';
import type { EndpointName } from '../pims/endpoints.ts';
import { createPimsClient, type PimsClient, type PimsAccess as PimsKeys } from '../pims/pims-client.ts';
import type { ConnectionRepository } from '../storage/connections.ts';
import type { ReachKeeper } from './reach.ts';

/** The practice server, started when it is first needed. */
export interface PracticeHost {
  start(): Promise<PimsKeys>;
  stop(): Promise<void>;
}

/** Clients for connections: with the secret, and with an eye on what every call tells about the reach. */
export interface PimsAccess {
  /**
   * A client whose requests are counted for that purpose.
   * @throws DeskError `not-found`, `secret-missing`, a keychain code, or `unreachable` when the practice server
   * does not start
   */
  clientFor(id: ConnectionId, purpose: Purpose): Promise<PimsClient>;
  /** The connection has changed: the next client is made anew. */
  renew(id: ConnectionId): void;
  /** What `clientFor` would use. */
  keysFor(id: ConnectionId): Promise<PimsKeys>;
}

/** One more request that PIMS bills, or may bill. */
export type CountRequest = (id: ConnectionId, endpoint: EndpointName, purpose: Purpose) => void;

interface PimsAccessOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly connections: ConnectionRepository;
  readonly readSecret: (id: ConnectionId) => Promise<string>;
  readonly practice: PracticeHost;
  readonly reach: ReachKeeper;
  readonly log: Log;
  readonly countRequest: CountRequest;
}

export function createPimsAccess(options: PimsAccessOptions): PimsAccess {
  const { connections, practice, reach, log } = options;
  // The secret is read once for all purposes.
  const clients = new Map<ConnectionId, Readonly<Record<Purpose, PimsClient>>>();
  let practiceStart: Promise<PimsKeys> | undefined;

  function startPractice(): Promise<PimsKeys> {
    practiceStart ??= practice.start().catch((cause: unknown) => {
      practiceStart = undefined;
      log.error('The practice server did not start', { cause });
      throw new DeskError(
        'unreachable',
        'The practice server on this computer could not be started. Try again, or start Order Desk anew.',
        { applied: 'no' },
        { cause },
      );
    });
    return practiceStart;
  }

  async function keysFor(id: ConnectionId): Promise<PimsKeys> {
    const connection = connections.find(id);
    if (connection === undefined) throw noSuchConnection(id);
    if (connection.kind === 'practice') return startPractice();
    const { baseUrl, teamId, apiId } = connection;
    const apiSecret = await options.readSecret(id);
    hideKeys(log, apiId, apiSecret);
    return { baseUrl, teamId, apiId, apiSecret };
  }

  /** Passes a call on and notes what its outcome tells about the reach. */
  async function watch<T>(id: ConnectionId, call: Promise<T>): Promise<T> {
    try {
      const value = await call;
      reach.answered(id);
      return value;
    } catch (cause) {
      if (cause instanceof DeskError) {
        reach.failed(id, cause);
        // Whoever replaced the secret may have done so in the keychain.
        if (cause.code === 'unauthorized') clients.delete(id);
      }
      throw cause;
    }
  }

  function makeClient(id: ConnectionId, keys: PimsKeys, purpose: Purpose): PimsClient {
    const client = createPimsClient({
      fetch: options.fetch,
      access: keys,
      onMetered: (endpoint) => options.countRequest(id, endpoint, purpose),
    });
    return {
      readOrder: (...call) => watch(id, client.readOrder(...call)),
      queryOrders: (...call) => watch(id, client.queryOrders(...call)),
      createOrder: (...call) => watch(id, client.createOrder(...call)),
      addLine: (...call) => watch(id, client.addLine(...call)),
      updateLine: (...call) => watch(id, client.updateLine(...call)),
      queryParts: (...call) => watch(id, client.queryParts(...call)),
      lookUpShopify: (...call) => watch(id, client.lookUpShopify(...call)),
      queryCustomers: (...call) => watch(id, client.queryCustomers(...call)),
    };
  }

  return {
    keysFor,
    async clientFor(id, purpose) {
      const known = clients.get(id);
      if (known !== undefined) return known[purpose];
      const keys = await keysFor(id);
      const made = byPurpose((one) => makeClient(id, keys, one));
      clients.set(id, made);
      return made[purpose];
    },
    renew(id) {
      clients.delete(id);
    },
  };
}

function byPurpose<T>(make: (purpose: Purpose) => T): Readonly<Record<Purpose, T>> {
  return {
    orders: make('orders'),
    sending: make('sending'),
    parts: make('parts'),
    customers: make('customers'),
    shopify: make('shopify'),
    'day-check': make('day-check'),
    connection: make('connection'),
  };
}

/** Keeps a secret out of the log, also as the pair that Basic auth sends. */
export function hideKeys(log: Log, apiId: string, apiSecret: string): void {
  log.hide(apiSecret);
  log.hide(`${apiId}:${apiSecret}`);
}

export function noSuchConnection(id: ConnectionId): DeskError {
  return new DeskError('not-found', 'This connection is not on this machine any more.', { id });
}
