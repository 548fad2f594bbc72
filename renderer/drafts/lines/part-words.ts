import Big from 'big.js';
import type { Part } from '../../../shared/parts/part.ts';
import { relativeTime } from '../../ui/time.ts';

/** How many of a part are available and when that was read: “18 available, 5 min. ago”; empty when PIMS did not say. `now` in ms since 1970. */
export function availableWords({ available, readAt }: Part, now: number): string {
  return available === null ? '' : `${plainAmount(available)} available, ${relativeTime(readAt, now)}`;
}

/** An amount without the zeros that PIMS may write behind the point. */
export function plainAmount(amount: string): string {
  return new Big(amount).toFixed();
}
