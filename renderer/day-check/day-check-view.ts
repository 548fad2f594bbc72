import { useState } from 'react';
import type { ConnectionId } from '../../shared/ids.ts';
import type { PeriodChoice } from './period.ts';

/** What the screen shows. */
interface DayCheckView {
  readonly choice: PeriodChoice;
  /** Null is all; undefined is the chosen one, as long as the person has not said. */
  readonly connectionId: ConnectionId | null | undefined;
  /** The row whose details are shown. */
  readonly picked: string | null;
}

/* Kept here, not in the screen: going into an order and back finds everything as it was left. */
let keptView: DayCheckView = { choice: { kind: 'today' }, connectionId: undefined, picked: null };

/** The view, and a function that changes parts of it. */
export function useDayCheckView(): readonly [DayCheckView, (change: Partial<DayCheckView>) => void] {
  const [view, setView] = useState(keptView);
  return [
    view,
    (change) => {
      keptView = { ...keptView, ...change };
      setView(keptView);
    },
  ];
}
