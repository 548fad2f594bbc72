import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { DraftProblem } from '../../shared/drafts/validate-draft.ts';
import { validateDraft } from '../../shared/drafts/validate-draft.ts';
import type { DraftId } from '../../shared/ids.ts';
import { CallError, callDesk } from '../bridge/call.ts';
import { deskKey } from '../bridge/query-client.ts';
import { askDuplicate } from './ask-duplicate.tsx';
import type { DraftSession } from './draft-session.ts';
import { readReferenceInUse } from './reference-in-use.ts';

interface SubmitDraft {
  readonly submit: () => void;
  readonly submitting: boolean;
  /** Why the latest try failed; null when it did not. */
  readonly error: Error | null;
}

/**
 * Submits a draft: writes what waits, checks, hands it to the outbox. A held key or a double click passes once; the
 * database holds that again, since a draft is queued by one conditional change (users: Orders that arrive twice).
 */
export function useSubmitDraft(
  session: DraftSession,
  onProblems: (problems: readonly DraftProblem[]) => void,
): SubmitDraft {
  const client = useQueryClient();
  const underWay = useRef(false);
  const [submitting, setSubmitting] = useState(false);
  const [error, setError] = useState<Error | null>(null);

  const run = async (): Promise<void> => {
    const problems = validateDraft(session.snapshot().content);
    if (problems.length > 0) return onProblems(problems);
    await session.standStill(async () => {
      if (!(await submitOrAsk(session.id))) return;
      // Read again before the state changes, so that the screen knows the submission when it turns to it.
      await client.refetchQueries({ queryKey: deskKey('outbox.list', {}) });
      session.setQueued();
    });
  };

  const submit = (): void => {
    if (underWay.current || session.snapshot().state !== 'open') return;
    underWay.current = true;
    setSubmitting(true);
    setError(null);
    run()
      .catch((failure: Error) => setError(failure))
      .finally(() => {
        underWay.current = false;
        setSubmitting(false);
      });
  };

  return { submit, submitting, error };
}

/** False when the person, warned that the reference is in use, does not go on. */
async function submitOrAsk(id: DraftId): Promise<boolean> {
  try {
    await callDesk('drafts.submit', { id });
    return true;
  } catch (failure) {
    const inUse = failure instanceof CallError ? readReferenceInUse(failure) : null;
    if (inUse === null) throw failure;
    const goesOn = await askDuplicate(inUse);
    if (goesOn) await callDesk('drafts.submit', { id, confirmDuplicate: true });
    return goesOn;
  }
}
