import { assertNever } from '../../shared/errors.ts';
import type { SearchStanding } from '../look-up/record-search.ts';
import { standingHint } from '../look-up/standing-words.ts';

const figures = new Intl.NumberFormat();

/** How many customers are shown, and where they come from: “12 customers. Asking PIMS for more …”. */
export function customerResultWords(count: number, standing: SearchStanding, isLatest: boolean): string {
  const counted = `${figures.format(count)} ${count === 1 ? 'customer' : 'customers'}`;
  switch (standing.kind) {
    case 'known':
      return isLatest ? `The ${counted} that PIMS has shown last.` : `${counted} that PIMS has shown before.`;
    case 'searching':
      return `${counted} that PIMS has shown before. Asking PIMS…`;
    case 'answered':
      return standing.cut
        ? `The first ${counted}. PIMS has more: type more of the name.`
        : `${counted} in PIMS.`;
    case 'unreachable':
    case 'failed':
      return `${counted}. ${standingHint(standing, 'customers')}`;
    default:
      return assertNever(standing);
  }
}
