import type { DraftSummary } from '../../shared/drafts/draft.ts';
import type { OrderNumber } from '../../shared/ids.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import type { InPims } from './in-pims.ts';

/** What a draft for an order in PIMS brings: "3 new lines, 2 changes". */
export function additionWords(lineCount: number, changeCount: number): string {
  const lines = lineCount === 1 ? '1 new line' : `${lineCount} new lines`;
  const changes = changeCount === 1 ? '1 change' : `${changeCount} changes`;
  if (lineCount === 0) return changeCount === 0 ? 'nothing yet' : changes;
  return changeCount === 0 ? lines : `${lines}, ${changes}`;
}

/** What tells a draft from the others of the list. */
export function draftName({ reference, ownReference, target, lineCount, changeCount }: DraftSummary): string {
  if (target !== null) return `Order ${target}: ${additionWords(lineCount, changeCount)}`;
  return reference || ownReference;
}

/** How many drafts there are, or how many of them were found: "2 of 17 drafts have “bolt”". */
export function draftCountWords(total: number, found: number, search: string): string {
  const wanted = search.trim();
  const drafts = total === 1 ? '1 draft' : `${total} drafts`;
  if (wanted === '') return drafts;
  return `${found} of ${drafts} ${found === 1 ? 'has' : 'have'} “${wanted}”`;
}

interface Standing {
  readonly isOpen: boolean;
  readonly inPims: InPims;
  readonly target: OrderNumber | null;
}

/** What a draft's screen is called. */
export function draftTitle(header: PimsFields, { isOpen, inPims, target }: Standing): string {
  const whose = (header.CUSTOMER_CODE ?? '').trim();
  if (target !== null) return `Lines for order ${target}`;
  const begun = inPims === null ? 'New order' : `Order ${inPims.orderNumber}, not complete,`;
  const what = isOpen ? begun : 'Submitted order';
  return whose === '' ? what : `${what} for ${whose}`;
}
