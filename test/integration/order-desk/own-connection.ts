import type { OrderDesk } from '../../../electron/order-desk.ts';
import {
  type Connection,
  type ConnectionInput,
  usualSending,
} from '../../../shared/connections/connection.ts';
import type { Setting } from './desk-under-test.ts';

/** What a person types to reach the practice server as anybody's own PIMS. */
export function ownInput({ practice }: Setting, change: Partial<ConnectionInput> = {}): ConnectionInput {
  const { teamId, apiId, apiSecret } = practice.credentials;
  return {
    name: 'Own',
    baseUrl: practice.baseUrl,
    teamId,
    apiId,
    kind: 'test',
    secret: apiSecret,
    ...usualSending,
    ...change,
  };
}

/** Saves such a connection and chooses it. */
export async function addOwn(
  desk: OrderDesk,
  setting: Setting,
  change: Partial<ConnectionInput> = {},
  keepSecretIn: 'keychain' | 'memory' = 'keychain',
): Promise<Connection> {
  const { id } = await desk.connections.save({ connection: ownInput(setting, change), keepSecretIn });
  return desk.connections.choose({ id });
}
