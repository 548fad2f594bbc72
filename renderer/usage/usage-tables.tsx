import { endpointWords } from '../../shared/usage/endpoint-words.ts';
import type { UsageMonth } from '../../shared/usage/usage-month.ts';
import tableClasses from '../ui/data-table.module.css';
import { dateWords } from '../ui/time.ts';
import classes from './usage.module.css';
import { figures } from './usage-words.ts';

interface TableProps {
  readonly usage: UsageMonth;
}

/** The days that have requests, newest first, each with the sum of the month up to it. */
export function DayTable({ usage }: TableProps) {
  let sum = 0;
  const rows = usage.days.flatMap(({ day, requests }) => {
    sum += requests;
    return requests === 0 ? [] : [{ day, requests, sum }];
  });
  return (
    <div className={classes.dayFrame}>
      <table className={tableClasses.table} aria-label="Requests by day">
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col" className={tableClasses.figure}>
              Requests
            </th>
            <th scope="col" className={tableClasses.figure}>
              Since the 1st
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.toReversed().map((row) => (
            <tr key={row.day}>
              <td>{dateWords(row.day)}</td>
              <td className={tableClasses.figure}>{figures.format(row.requests)}</td>
              <td className={tableClasses.figure}>{figures.format(row.sum)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the requests were, the most frequent first, with PIMS's own name for it. */
export function EndpointTable({ usage }: TableProps) {
  return (
    <div className={classes.tableFrame}>
      <table className={tableClasses.table} aria-label="Requests by what was asked of PIMS">
        <thead>
          <tr>
            <th scope="col">Asked of PIMS</th>
            <th scope="col">Endpoint</th>
            <th scope="col" className={tableClasses.figure}>
              Requests
            </th>
            <th scope="col" className={tableClasses.figure}>
              Share
            </th>
          </tr>
        </thead>
        <tbody>
          {usage.endpoints.map(({ endpoint, requests }) => (
            <tr key={endpoint}>
              <td>{endpointWords(endpoint) ?? 'Something else'}</td>
              <td className={classes.dim}>{endpoint}</td>
              <td className={tableClasses.figure}>{figures.format(requests)}</td>
              <td className={tableClasses.figure}>{share.format(requests / usage.requests)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const share = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });
