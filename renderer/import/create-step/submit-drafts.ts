import type { DraftId } from '../../../shared/ids.ts';
import { CallError, callDesk } from '../../bridge/call.ts';

/** What came of submitting drafts one after another. */
export interface SubmittedDrafts {
  readonly submitted: number;
  /** Those that were not taken, with the reason; they stay drafts. */
  readonly refused: readonly { readonly draftId: DraftId; readonly why: string }[];
}

/**
 * Submits drafts in their order. One that is refused, such as for a reference that is in use, stays a draft and holds
 * nothing up. `goesOn` is asked before each.
 */
export async function submitDrafts(
  drafts: readonly DraftId[],
  goesOn: (done: number) => boolean,
): Promise<SubmittedDrafts> {
  let submitted = 0;
  const refused: { draftId: DraftId; why: string }[] = [];
  for (const [index, id] of drafts.entries()) {
    if (!goesOn(index)) break;
    try {
      await callDesk('drafts.submit', { id });
      submitted += 1;
    } catch (cause) {
      if (!(cause instanceof CallError)) throw cause;
      refused.push({ draftId: id, why: cause.message });
    }
  }
  return { submitted, refused };
}
