import type { Connection } from '../../shared/connections/connection.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';

/** The connection that all screens work on; undefined until it is read. */
export function useChosenConnection(): Connection | undefined {
  return useDeskQuery('connections.list', {}).data?.find((connection) => connection.chosen);
}
