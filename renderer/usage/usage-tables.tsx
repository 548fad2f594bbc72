import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import { endpointWords } from '../../shared/usage/endpoint-words.ts';
import { purposeWords } from '../../shared/usage/purpose.ts';
import type { UsageMonth } from '../../shared/usage/usage-month.ts';
import tableClasses from '../ui/data-table.module.css';
import { dateWords } from '../ui/time.ts';
import classes from './usage.module.css';
import { figures, shareWords } from './usage-words.ts';

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
    // Scrolls, so the keyboard has to reach it.
    <Box
      component="section"
      className={classes.dayFrame}
      tabIndex={0}
      aria-label="Requests by day, as a table"
    >
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
    </Box>
  );
}

/** Which part of Order Desk made the requests, the greatest first. */
export function PurposeTable({ usage }: TableProps) {
  return (
    <ShareTable
      name="Requests by what they were made for"
      heading="Made for"
      total={usage.requests}
      rows={usage.purposes.map(({ purpose, requests }) => ({
        key: purpose,
        what: purposeWords(purpose),
        requests,
      }))}
    />
  );
}

/** What was asked of PIMS, the most frequent first, with PIMS's own name for it. */
export function EndpointTable({ usage }: TableProps) {
  return (
    <ShareTable
      name="Requests by what was asked of PIMS"
      heading="Asked of PIMS"
      total={usage.requests}
      rows={usage.endpoints.map(({ endpoint, requests }) => ({
        key: endpoint,
        what: (
          <>
            {endpointWords(endpoint) ?? 'Something else'} <span className={classes.dim}>{endpoint}</span>
          </>
        ),
        requests,
      }))}
    />
  );
}

interface ShareTableProps {
  readonly name: string;
  readonly heading: string;
  readonly total: number;
  readonly rows: readonly { readonly key: string; readonly what: ReactNode; readonly requests: number }[];
}

function ShareTable({ name, heading, total, rows }: ShareTableProps) {
  return (
    <div className={classes.tableFrame}>
      <table className={tableClasses.table} aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col" className={tableClasses.figure}>
              Requests
            </th>
            <th scope="col" className={tableClasses.figure}>
              Share
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, what, requests }) => (
            <tr key={key}>
              <td className={classes.what}>{what}</td>
              <td className={tableClasses.figure}>{figures.format(requests)}</td>
              <td className={tableClasses.figure}>{shareWords(requests / total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
