import type { DraftId } from '../../shared/ids.ts';
import { callDesk } from '../bridge/call.ts';
import { messageOf } from '../ui/error-notice.tsx';
import { notify } from '../ui/notify.tsx';

/**
 * Deletes a draft and offers to take that back. `before` runs first, such as the saving of what was typed last, so
 * that Undo brings it back too. False, and a note that says why, when it failed.
 */
export async function removeDraft(id: DraftId, before?: () => Promise<void>): Promise<boolean> {
  try {
    await before?.();
    await callDesk('drafts.remove', { id });
  } catch (failure) {
    sayFailure(failure);
    return false;
  }
  notify('info', 'The draft was deleted.', {
    label: 'Undo',
    run: () => {
      callDesk('drafts.restore', { id }).then(() => notify('done', 'The draft is back.'), sayFailure);
    },
  });
  return true;
}

function sayFailure(failure: unknown): void {
  notify('problem', messageOf(failure instanceof Error ? failure : new Error(String(failure))));
}
