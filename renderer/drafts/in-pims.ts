import type { Draft, DraftEdit } from '../../shared/drafts/draft.ts';
import { assertNever } from '../../shared/errors.ts';

/** The order that an earlier submission of the draft began, and which of its lines PIMS has; null when there is none. */
export type InPims = Draft['inPims'];

/* Asked of every cell that is drawn and of every edit of a paste: looking through the list each time would be slow. */
const idSets = new WeakMap<NonNullable<InPims>, ReadonlySet<string>>();

export function isLineInPims(inPims: InPims, id: string): boolean {
  if (inPims === null) return false;
  let ids = idSets.get(inPims);
  if (ids === undefined) {
    ids = new Set(inPims.lineIds);
    idSets.set(inPims, ids);
  }
  return ids.has(id);
}

/** What of a draft is fixed: its order in PIMS, or what an earlier submission brought there. */
export type Fixed = Pick<Draft, 'target' | 'inPims'>;

/** Whether an edit leaves alone what is in PIMS already: the header and the lines that arrived are changed there. */
export function isOpenTo({ target, inPims }: Fixed, edit: DraftEdit): boolean {
  switch (edit.kind) {
    case 'insert-line':
      return true;
    case 'set-header':
      return target === null && inPims === null;
    case 'set-line':
    case 'delete-line':
      return !isLineInPims(inPims, edit.lineId);
    case 'change-line':
      return target !== null;
    default:
      return assertNever(edit);
  }
}

/** Whether two readings of a draft say the same of it. */
export function isSameInPims(one: InPims, other: InPims): boolean {
  return one?.orderNumber === other?.orderNumber && one?.lineIds.length === other?.lineIds.length;
}

/** Why a line can't be edited here. */
export function lineLockWords({ orderNumber }: NonNullable<InPims>): string {
  return `In PIMS already, in order ${orderNumber}. Change it there.`;
}

/** What a person is told about a draft of which PIMS has a part. */
export function inPimsWords({ orderNumber, lineIds }: NonNullable<InPims>): string {
  const lines = lineIds.length === 0 ? 'without any of these lines' : `with ${lineIds.length} of these lines`;
  return `Order ${orderNumber} is in PIMS already ${lines}; submitting goes on with it.`;
}
