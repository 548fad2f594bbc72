import type { ConnectionId } from '../../shared/ids.ts';
import { createKeptView } from '../ui/kept-view.ts';
import type { PeriodChoice } from './period.ts';

/** What the screen shows. */
interface DayCheckView {
  readonly choice: PeriodChoice;
  /** Null is all; undefined is the chosen one, as long as the person has not said. */
  readonly connectionId: ConnectionId | null | undefined;
  /** The row whose details are shown. */
  readonly picked: string | null;
}

/** Kept while the person is elsewhere. */
export const { useView: useDayCheckView } = createKeptView<DayCheckView>({
  choice: { kind: 'today' },
  connectionId: undefined,
  picked: null,
});
