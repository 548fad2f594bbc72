import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DeskStatus } from '../../../shared/status.ts';
import { callDesk } from '../../bridge/call.ts';
import { deskKey } from '../../bridge/query-client.ts';
import { LineStock } from './line-stock.ts';

/** What is available of the parts of a draft's lines. */
export function useLineStock(): LineStock {
  const client = useQueryClient();
  return useMemo(
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
}
