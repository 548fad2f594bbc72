import { randomUUID } from 'node:crypto';
import { readBaseUrl } from '../../shared/connections/base-url.ts';
import type { Connection, ConnectionInput } from '../../shared/connections/connection.ts';
import { referenceFieldProblem } from '../../shared/connections/reference-field.ts';
import { DeskError } from '../../shared/errors.ts';
import { type ConnectionId, connectionIdSchema } from '../../shared/ids.ts';
import { toFieldName } from '../../shared/pims/fields.ts';
import type { Clock } from '../clock.ts';
import type { SecretStore } from '../credentials/secret-store.ts';
import type { DeskCall } from '../desk-call.ts';
import type { Log } from '../log.ts';
import type { Network } from '../network/network.ts';
import { testConnection } from '../pims/explain-connection.ts';
import type { PimsAccess as PimsKeys } from '../pims/pims-client.ts';
import type {
  ConnectionRepository,
  ConnectionSettings,
  ConnectionTies,
  StoredConnection,
} from '../storage/connections.ts';
import type { ChosenConnection } from './chosen-connection.ts';
import { type CountRequest, hideKeys, noSuchConnection, type PimsAccess } from './pims-access.ts';

export interface ConnectionService {
  list: DeskCall<'connections.list'>;
  /** The secret goes to the secret store first: when that fails nothing is saved. */
  save: DeskCall<'connections.save'>;
  remove: DeskCall<'connections.remove'>;
  choose: DeskCall<'connections.choose'>;
  test: DeskCall<'connections.test'>;
  unlock: DeskCall<'connections.unlock'>;
}

interface ConnectionServiceOptions {
  readonly connections: ConnectionRepository;
  readonly choice: ChosenConnection;
  readonly secrets: SecretStore;
  readonly access: PimsAccess;
  readonly network: Pick<Network, 'fetch' | 'readCertificate'>;
  readonly countRequest: CountRequest;
  /** The list, or the choice, is another. */
  readonly changed: () => void;
  /** The connection may work now: what waits for it goes on. */
  readonly usable: (id: ConnectionId) => void;
  /** The connection leads elsewhere now: what was known of its PIMS no longer holds. */
  readonly moved: (id: ConnectionId) => void;
  readonly clock: Clock;
  readonly log: Log;
}

export function createConnectionService(options: ConnectionServiceOptions): ConnectionService {
  const { connections, choice, secrets, log } = options;
  let saving: Promise<unknown> = Promise.resolve();

  async function show(connection: StoredConnection): Promise<Connection> {
    const secret = connection.kind === 'practice' ? 'memory' : await secrets.place(connection.id);
    return { ...connection, secret, chosen: connection.id === choice.read() };
  }

  function find(id: ConnectionId): StoredConnection {
    const connection = connections.find(id);
    if (connection === undefined) throw noSuchConnection(id);
    return connection;
  }

  /** The connection to change; undefined for a new one. */
  function findOwn(id: ConnectionId | undefined): StoredConnection | undefined {
    const connection = id === undefined ? undefined : find(id);
    if (connection?.kind === 'practice') {
      throw new DeskError('conflict', 'The practice server comes with Order Desk and can’t be changed.');
    }
    return connection;
  }

  async function save(input: ConnectionInput, place: 'keychain' | 'memory'): Promise<Connection> {
    const before = findOwn(input.id);
    const secret = typedSecret(input);
    if (before === undefined && secret === undefined) throw invalid('secret', 'Enter the API secret.');
    const id = before?.id ?? newId();
    const { name, teamId, apiId, kind, linesInFlight, settleSeconds } = input;
    if (connections.list().some((other) => other.id !== id && other.name === name)) {
      throw invalid('name', `There is a connection named ${name} already. Choose another name.`);
    }
    const after: ConnectionSettings = {
      id,
      name,
      baseUrl: checkedBaseUrl(input.baseUrl),
      teamId,
      apiId,
      kind,
      referenceField: checkedReferenceField(input.referenceField),
      linesInFlight,
      settleSeconds,
    };
    const moved =
      before !== undefined && (before.baseUrl !== after.baseUrl || before.teamId !== after.teamId);
    const refuseTies = () => {
      if (moved) refuseMove(connections.ties(id));
    };
    refuseTies();

    if (secret !== undefined) {
      hideKeys(log, apiId, secret);
      await secrets.keep(id, secret, place);
    }
    // While the keychain was waited for, something may have been submitted.
    refuseTies();
    if (before === undefined) await insert(after);
    else if (moved) {
      connections.leadElsewhere(after, newId(), options.clock.now().toISOString());
      options.moved(id);
    } else connections.update(after);
    options.access.renew(id);
    options.changed();
    options.usable(id);
    return show(find(id));
  }

  async function insert(connection: ConnectionSettings): Promise<void> {
    try {
      connections.insert(connection, options.clock.now().toISOString());
    } catch (cause) {
      await secrets.forget(connection.id);
      throw cause;
    }
  }

  return {
    list: () => Promise.all(connections.list().map(show)),
    save({ connection, keepSecretIn }) {
      // One after the other: a double click would add a connection twice.
      const next = saving.then(() => save(connection, keepSecretIn));
      saving = next.catch(() => undefined);
      return next;
    },
    async remove({ id }) {
      const connection = find(id);
      if (connection.kind === 'practice') {
        throw new DeskError('conflict', 'The practice server comes with Order Desk and can’t be removed.');
      }
      refuseRemovalOfUsed(connection, connections.ties(id));
      await secrets.forget(id);
      // While the keychain was waited for, something may have been typed or submitted.
      refuseRemovalOfUsed(connection, connections.ties(id));
      connections.remove(id, options.clock.now().toISOString());
      options.access.renew(id);
      if (choice.read() === id) choice.reset();
      options.changed();
      return {};
    },
    async choose({ id }) {
      const connection = find(id);
      choice.choose(id);
      options.changed();
      return show(connection);
    },
    async test(input) {
      const saved = input.id === undefined ? undefined : find(input.id);
      return testConnection({
        fetch: options.network.fetch,
        readCertificate: options.network.readCertificate,
        access: await keysToTest(input, saved),
        onMetered: (endpoint) => {
          if (saved !== undefined) options.countRequest(saved.id, endpoint, 'connection');
        },
      });
    },
    async unlock({ id }) {
      const connection = find(id);
      if (connection.kind !== 'practice') await secrets.retry(id);
      options.access.renew(id);
      options.changed();
      options.usable(id);
      return show(connection);
    },
  };

  async function keysToTest(input: ConnectionInput, saved: StoredConnection | undefined): Promise<PimsKeys> {
    if (saved?.kind === 'practice') return options.access.keysFor(saved.id);
    const baseUrl = checkedBaseUrl(input.baseUrl);
    const { teamId, apiId } = input;
    const apiSecret = typedSecret(input) ?? (saved === undefined ? undefined : await secrets.read(saved.id));
    if (apiSecret === undefined) throw invalid('secret', 'Enter the API secret.');
    hideKeys(log, apiId, apiSecret);
    return { baseUrl, teamId, apiId, apiSecret };
  }
}

function newId(): ConnectionId {
  return connectionIdSchema.parse(randomUUID());
}

function invalid(field: keyof ConnectionInput, message: string): DeskError {
  return new DeskError('invalid-input', message, { field });
}

function checkedBaseUrl(typed: string): string {
  const reading = readBaseUrl(typed);
  if (!reading.ok) throw invalid('baseUrl', reading.problem);
  return reading.baseUrl;
}

function checkedReferenceField(typed: string): string {
  const field = toFieldName(typed);
  const problem = referenceFieldProblem(field);
  if (problem !== null) throw invalid('referenceField', problem);
  return field;
}

/** Without the line break or blanks that copying brings along. */
function typedSecret({ secret }: ConnectionInput): string | undefined {
  if (secret === undefined) return undefined;
  const trimmed = secret.trim();
  if (trimmed === '') throw invalid('secret', 'Enter the API secret.');
  return trimmed;
}

function refuseMove({ unsentSubmissions, draftsOfOrders }: ConnectionTies): void {
  if (unsentSubmissions > 0) {
    throw new DeskError(
      'conflict',
      `${count(unsentSubmissions, 'order')} of this connection ${unsentSubmissions === 1 ? 'is' : 'are'} still in the outbox and would go to ` +
        'another PIMS. Send them or take them back first, or add a new connection.',
      { unsentSubmissions },
    );
  }
  if (draftsOfOrders > 0) {
    throw new DeskError(
      'conflict',
      `${count(draftsOfOrders, 'open draft')} of this connection ${draftsOfOrders === 1 ? 'is' : 'are'} for an order that its PIMS has. In ` +
        'another PIMS that number is another order. Submit or remove them first, or add a new connection.',
      { draftsOfOrders },
    );
  }
}

function refuseRemovalOfUsed({ name }: StoredConnection, ties: ConnectionTies): void {
  const { unsentSubmissions, openDrafts } = ties;
  const kept = [
    ...(unsentSubmissions === 0 ? [] : [`${count(unsentSubmissions, 'order')} in the outbox`]),
    ...(openDrafts === 0 ? [] : [count(openDrafts, 'open draft')]),
  ];
  if (kept.length === 0) return;
  throw new DeskError(
    'conflict',
    `${name} still has ${kept.join(' and ')}. Send or remove them before you remove the connection.`,
    { unsentSubmissions, openDrafts },
  );
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
