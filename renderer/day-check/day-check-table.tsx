import { type KeyboardEvent, useRef } from 'react';
import type { DayRow } from '../../shared/outbox/day-check.ts';
import { differenceWords, figure } from '../../shared/outbox/day-check-words.ts';
import { paths } from '../app/routes.ts';
import { useGoToOn } from '../outbox/go-to-on.ts';
import { OrderLink } from '../outbox/submission/order-link.tsx';
import tableClasses from '../ui/data-table.module.css';
import { rowByKey } from '../ui/row-keys.ts';
import { absoluteTime, timeOfDay } from '../ui/time.ts';
import classes from './day-check.module.css';
import { VerdictLabel } from './verdict-label.tsx';

interface DayCheckTableProps {
  readonly rows: readonly DayRow[];
  readonly selected: string;
  readonly withConnection: boolean;
  /** All were submitted on one day, so that the time says it. */
  readonly ofOneDay: boolean;
  readonly onSelect: (key: string) => void;
}

/** The orders of the period. The arrow keys move the selection, Enter opens the order; the panel below has the details. */
export function DayCheckTable({ rows, selected, withConnection, ofOneDay, onSelect }: DayCheckTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const goToOn = useGoToOn();

  const onKeyDown = (event: KeyboardEvent): void => {
    const at = rows.findIndex(({ key }) => key === selected);
    const row = rows[at];
    if (event.key === 'Enter' && row !== undefined && row.orderNumber !== null) {
      event.preventDefault();
      void goToOn(row.connectionId, paths.order(row.orderNumber));
    }
    const index = rowByKey(event.key, at, rows.length);
    const next = index === undefined ? undefined : rows[index];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next.key);
    body.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus();
  };

  return (
    <div className={tableClasses.frame}>
      <table className={tableClasses.table} aria-label="Orders submitted">
        <thead>
          <tr>
            <th scope="col">Result</th>
            <th scope="col">Reference</th>
            <th scope="col">Order</th>
            <th scope="col">Customer</th>
            {withConnection && <th scope="col">Connection</th>}
            <th scope="col">Submitted</th>
            <th scope="col">State</th>
            <th scope="col" className={tableClasses.figure}>
              Lines / in PIMS
            </th>
            <th scope="col" className={tableClasses.figure}>
              Units / in PIMS
            </th>
            <th scope="col">What differs</th>
          </tr>
        </thead>
        {/* The selected row is the one tab stop. */}
        <tbody ref={body} onKeyDown={onKeyDown}>
          {rows.map((row, index) => (
            <tr
              key={row.key}
              data-row={index}
              aria-selected={row.key === selected}
              tabIndex={row.key === selected ? 0 : -1}
              onClick={() => onSelect(row.key)}
              onFocus={() => onSelect(row.key)}
            >
              <td>
                <VerdictLabel verdict={row.verdict} />
              </td>
              <td>{row.reference}</td>
              <td>
                <OrderLink orderNumber={row.orderNumber} connectionId={row.connectionId} />
              </td>
              <td>{row.customerCode}</td>
              {withConnection && <td>{row.connectionName}</td>}
              <td>
                <time dateTime={row.submittedAt} title={absoluteTime(row.submittedAt)}>
                  {ofOneDay ? timeOfDay(row.submittedAt) : absoluteTime(row.submittedAt)}
                </time>
              </td>
              <td>{row.stateWords}</td>
              <td className={tableClasses.figure}>
                <Pair
                  submitted={row.lines.toLocaleString()}
                  there={row.linesInPims?.toLocaleString() ?? null}
                />
              </td>
              <td className={tableClasses.figure}>
                <Pair
                  submitted={figure(row.units)}
                  there={row.unitsInPims === null ? null : figure(row.unitsInPims)}
                />
              </td>
              <td className={classes.what} title={whatWords(row)}>
                {whatWords(row)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** "12 / 11": what was submitted, and what of it PIMS has; a dash while that is not known. */
function Pair({ submitted, there }: { readonly submitted: string; readonly there: string | null }) {
  return (
    <span data-differs={(there !== null && there !== submitted) || undefined} className={classes.pair}>
      {submitted} <span className={classes.there}>/ {there ?? '–'}</span>
    </span>
  );
}

/** What is not said by the other columns: the first difference, or what keeps the order where it is. */
function whatWords({ differences, verdict, problem }: DayRow): string {
  const [first, ...more] = differences;
  if (first === undefined) return verdict === 'not-in-pims-yet' ? problem : '';
  return more.length === 0 ? differenceWords(first) : `${differenceWords(first)} And ${more.length} more.`;
}
