import Big from 'big.js';
import type { Part } from '../../../shared/parts/part.ts';
import { relativeTime } from '../../ui/time.ts';
import type { WantedPart } from './part-tally.ts';

/** How many of a part are available and when that was read: “18 available, 5 min. ago”; empty when PIMS did not say. `now` in ms since 1970. */
export function availableWords({ available, readAt }: Part, now: number): string {
  return available === null ? '' : `${plainAmount(available)} available, ${relativeTime(readAt, now)}`;
}

/** What is asked for of a part: “18 in 3 lines”, or “18” where one line has it all. */
export function wantedWords({ quantity, lines }: WantedPart): string {
  return lines === 1 ? quantity : `${quantity} in ${lines} lines`;
}

/** That less is available of a part than is asked for: “18 in 3 lines is more than there is: 12 available, 5 min. ago”. */
export function shortWords(wanted: WantedPart, part: Part, now: number): string {
  return `${wantedWords(wanted)} is more than there is: ${availableWords(part, now)}`;
}

/** An amount without the zeros that PIMS may write behind the point. */
export function plainAmount(amount: string): string {
  return new Big(amount).toFixed();
}
