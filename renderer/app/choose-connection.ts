import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ConnectionId } from '../../shared/ids.ts';
import { callDesk } from '../bridge/call.ts';
import { readConnections } from '../bridge/connection-change.ts';
import { messageOf } from '../ui/error-notice.tsx';
import { notify } from '../ui/notify.tsx';
import { useChosenConnection } from './chosen-connection.ts';

/** Answers a function that chooses a connection. True when it is chosen; a failure is shown. */
export function useChooseConnection(): (id: ConnectionId) => Promise<boolean> {
  const client = useQueryClient();
  const present = useChosenConnection()?.id;
  return useCallback(
    async (id) => {
      if (id === present) return true;
      try {
        const chosen = await callDesk('connections.choose', { id });
        await readConnections(client);
        notify('done', `Now working on ${chosen.name}.`);
        return true;
      } catch (error) {
        notify('problem', messageOf(error instanceof Error ? error : new Error(String(error))));
        return false;
      }
    },
    [client, present],
  );
}
