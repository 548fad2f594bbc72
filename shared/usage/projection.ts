import Big from 'big.js';
import { boundsOfMonth, DAY_MS } from './month.ts';

interface MonthSoFar {
  readonly month: string;
  readonly requests: number;
  /** The first day on which anything was counted, `YYYY-MM-DD`: who begins on the 20th has no pace before it. */
  readonly countedFrom: string;
  /** ISO time. */
  readonly now: string;
}

/**
 * How many requests the month will have when they go on at the pace so far, rounded half up. Null when the month is over,
 * when it has not begun, and before a whole day was counted: a morning says nothing about a month.
 */
export function projectedRequests({ month, requests, countedFrom, now }: MonthSoFar): number | null {
  const { begin, end } = boundsOfMonth(month);
  const at = Date.parse(now);
  const elapsed = at - Math.max(begin, Date.parse(countedFrom));
  if (at >= end || elapsed < DAY_MS) return null;
  const further = new Big(requests).times(end - at).div(elapsed);
  return requests + Number(further.toFixed(0, Big.roundHalfUp));
}
