import { REFERENCE_FIELD } from '../../shared/connections/connection.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';

/** The field of an order that carries its reference, which is a setting of the connection. */
export function useReferenceField(connectionId: ConnectionId): string {
  const connections = useDeskQuery('connections.list', {}).data ?? [];
  return connections.find(({ id }) => id === connectionId)?.referenceField ?? REFERENCE_FIELD;
}
