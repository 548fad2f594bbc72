import { randomUUID } from 'node:crypto';
import { usualSending } from '../../shared/connections/connection.ts';
import { DeskError } from '../../shared/errors.ts';
import { type ConnectionId, connectionIdSchema } from '../../shared/ids.ts';
import type { Clock } from '../clock.ts';
import type { ConnectionRepository } from '../storage/connections.ts';
import type { SettingsRepository } from '../storage/settings.ts';

/** Which connection the screens work with. There is always one. */
export interface ChosenConnection {
  read(): ConnectionId;
  choose(id: ConnectionId): void;
  /** Back to the practice server. */
  reset(): void;
}

/** On the first start this makes the practice connection and chooses it. */
export function createChosenConnection(
  connections: ConnectionRepository,
  settings: SettingsRepository,
  clock: Clock,
): ChosenConnection {
  if (connections.list().length === 0) {
    connections.insert(
      {
        id: connectionIdSchema.parse(randomUUID()),
        name: 'Practice server',
        baseUrl: '',
        teamId: '',
        apiId: '',
        kind: 'practice',
        ...usualSending,
      },
      clock.now().toISOString(),
    );
  }

  function first(): ConnectionId {
    const [practice] = connections.list();
    if (practice === undefined) throw new DeskError('internal', 'There is no connection at all.');
    return practice.id;
  }

  function remembered(): ConnectionId {
    const id = settings.read('chosen-connection', connectionIdSchema);
    return id !== undefined && connections.find(id) !== undefined ? id : first();
  }

  let chosen = remembered();
  function choose(id: ConnectionId): void {
    settings.write('chosen-connection', id);
    chosen = id;
  }
  return { read: () => chosen, choose, reset: () => choose(first()) };
}
