import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import type { DeskStatus } from '../../../shared/status.ts';
import { callDesk } from '../../bridge/call.ts';
import { deskKey } from '../../bridge/query-client.ts';
import { LineStock, type StockByPart } from './line-stock.ts';

/** What is available of the parts of one grid's lines, and what keeps that up to date. */
export function useLineStock(): readonly [LineStock, StockByPart] {
  const client = useQueryClient();
  const stock = useMemo(
    () =>
      new LineStock({
        known: (codes) => callDesk('parts.known', { codes }),
        read: (codes, maxAgeMs) => callDesk('parts.read', { codes, maxAgeMs }),
        isReachable: () =>
          client.getQueryData<DeskStatus>(deskKey('status.read', {}))?.reach !== 'unreachable',
        now: Date.now,
      }),
    [client],
  );
  return [stock, useSyncExternalStore(stock.subscribe, stock.snapshot)];
}
