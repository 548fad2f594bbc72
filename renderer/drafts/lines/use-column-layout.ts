import { useCallback } from 'react';
import type { ConnectionId } from '../../../shared/ids.ts';
import { useChangePreferences, usePreferences } from '../../app/preferences.ts';
import { type ColumnLayout, usualLayout } from '../../line-grid/columns/column-layout.ts';

/** The columns that the person chose for a table of lines, remembered for each connection. */
export function useColumnLayout(
  table: 'draftLineLayouts' | 'orderLineLayouts',
  connectionId: ConnectionId,
): readonly [ColumnLayout, (layout: ColumnLayout) => void] {
  const layouts = usePreferences()?.[table];
  const change = useChangePreferences();
  const setLayout = useCallback(
    ({ order, hidden, widths }: ColumnLayout) =>
      change({
        [table]: { ...layouts, [connectionId]: { order: [...order], hidden: [...hidden], widths } },
      }),
    [change, table, layouts, connectionId],
  );
  return [layouts?.[connectionId] ?? usualLayout, setLayout];
}
