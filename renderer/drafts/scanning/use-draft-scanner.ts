import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { usualScanSettings } from '../../../shared/scanning/scan-settings.ts';
import { usePreferences } from '../../app/preferences.ts';
import { useDeskQuery } from '../../bridge/use-desk-query.ts';
import type { LineGridHandle } from '../../line-grid/line-grid-props.ts';
import type { DraftSession } from '../draft-session.ts';
import { createScanDesk, leaveScanDesk, type ScanCircumstances } from './create-scan-desk.ts';
import { markField } from './mark-field.ts';
import type { ScanDesk } from './scan-desk.ts';
import { useScanListener } from './use-scan-listener.ts';

interface DraftScannerOptions {
  readonly enabled: boolean;
  /** The lines that scans go to. */
  readonly lines: RefObject<LineGridHandle | null>;
  /** The lines that the order in PIMS has, if there are any. */
  readonly present: RefObject<LineGridHandle | null>;
  /** Takes the latest change back and shows it. */
  readonly undo: () => void;
}

/** Scans go to the lines of a draft, whatever on its screen has the focus. */
export function useDraftScanner(
  session: DraftSession,
  { enabled, lines, present, undo }: DraftScannerOptions,
): ScanDesk {
  const preferences = usePreferences();
  const known = useDeskQuery('orders.fieldNames', { table: 'ORDER_LINEITEMS' }).data;
  const latest: ScanCircumstances = {
    again: preferences?.scanAgain ?? 'raise',
    hasBarcode: known?.includes('BARCODE') === true,
    show: (lineId) => lines.current?.goTo({ rowId: lineId, column: 'QUANTITY' }),
    undo,
  };
  const circumstances = useRef(latest);
  useLayoutEffect(() => {
    circumstances.current = latest;
  });
  const [desk] = useState(() => createScanDesk(session, () => circumstances.current));
  useEffect(() => {
    desk.open();
    return () => leaveScanDesk(session.id, desk);
  }, [session, desk]);
  useScanListener({
    enabled: enabled && preferences?.scannerOn !== false,
    settings: preferences?.scanner ?? usualScanSettings,
    mark: () => lines.current?.mark() ?? present.current?.mark() ?? markField(),
    onScan: ({ code }) => void desk.scan(code),
  });
  return desk;
}
