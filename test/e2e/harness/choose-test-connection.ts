import type { PracticeServer } from '../../../electron/practice-server/practice-server.ts';
import {
  type Connection,
  type ConnectionInput,
  usualSending,
} from '../../../shared/connections/connection.ts';
import { withDesk } from './with-desk.ts';

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
  return withDesk(userDataDir, async (desk) => {
    const connection = { name: 'Test server', baseUrl: server.baseUrl, teamId, apiId, ...usualSending };
    const { id } = await desk.connections.save({
      connection: { ...connection, kind: 'test', secret: apiSecret, ...change },
      keepSecretIn: 'keychain',
    });
    return desk.connections.choose({ id });
  });
}
