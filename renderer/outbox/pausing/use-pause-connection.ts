import { useQueryClient } from '@tanstack/react-query';
import type { Connection } from '../../../shared/connections/connection.ts';
import { readConnections } from '../../bridge/connection-change.ts';
import { useDeskMutation } from '../../bridge/use-desk-query.ts';
import { messageOf } from '../../ui/error-notice.tsx';
import { notify } from '../../ui/notify.tsx';

/** Answers how to pause the sending of a connection, or to let it go on, and whether that is under way. */
export function usePauseConnection(): {
  readonly isPending: boolean;
  readonly run: (connection: Pick<Connection, 'id'>, paused: boolean) => void;
} {
  const client = useQueryClient();
  const pause = useDeskMutation('outbox.pauseConnection', {
    onSuccess: () => readConnections(client),
    onError: (error) => notify('problem', messageOf(error)),
  });
  return {
    isPending: pause.isPending,
    run: ({ id }, paused) => pause.mutate({ connectionId: id, paused }),
  };
}
