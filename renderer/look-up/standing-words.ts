import { assertNever } from '../../shared/errors.ts';
import type { SearchStanding } from './record-search.ts';

/** Why a list may lack something; empty when PIMS has answered, or will. `what` is the plural, such as “parts”. */
export function standingHint(standing: SearchStanding, what: string): string {
  switch (standing.kind) {
    case 'known':
    case 'searching':
    case 'answered':
      return '';
    case 'unreachable':
      return `PIMS can’t be reached; these are ${what} that it has shown before.`;
    case 'failed':
      return `PIMS did not answer; these are ${what} that it has shown before.`;
    default:
      return assertNever(standing);
  }
}
