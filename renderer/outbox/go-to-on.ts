import type { ConnectionId } from '../../shared/ids.ts';
import { useChooseConnection } from '../app/choose-connection.ts';
import { useGoTo } from '../app/routes.ts';

/**
 * Answers a function that goes to a screen of a certain connection, choosing that connection first: the outbox
 * shows all of them, and an order number means another order at each.
 */
export function useGoToOn(): (connection: ConnectionId, path: string) => Promise<void> {
  const choose = useChooseConnection();
  const goTo = useGoTo();
  return async (connection, path) => {
    if (await choose(connection)) goTo(path);
  };
}
