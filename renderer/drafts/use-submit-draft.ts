import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Confirmable } from '../../shared/drafts/draft.ts';
import { type DraftProblem, validateDraft } from '../../shared/drafts/validate-draft.ts';
import type { DraftId } from '../../shared/ids.ts';
import { CallError, callDesk } from '../bridge/call.ts';
import { deskKey } from '../bridge/query-client.ts';
import { askDuplicate } from './ask-duplicate.tsx';
import { askKnowingly, confirmableOf } from './ask-knowingly.ts';
import type { DraftSession } from './draft-session.ts';
import { readReferenceInUse } from './reference-in-use.ts';
import { askReview } from './review/ask-review.tsx';

interface SubmitDraft {
  readonly submit: () => void;
  readonly submitting: boolean;
  /** Why the latest try failed; null when it did not. */
  readonly error: Error | null;
}

interface SubmitOptions {
  /** The field to change when the reference is in use. */
  readonly referenceField: string;
  /** The draft can't be submitted until these are put right. */
  readonly onProblems: () => void;
  /** Asked about these, the person rather puts them right. */
  readonly onDeclined: (problems: readonly DraftProblem[]) => void;
}

/**
 * Submits a draft: checks, asks what is to be done knowingly, writes what waits, hands it to the outbox. A held key or a
 * double click passes once; the database holds that again, since a draft is queued by one conditional change (users:
 * Orders that arrive twice).
 */
export function useSubmitDraft(session: DraftSession, options: SubmitOptions): SubmitDraft {
  const client = useQueryClient();
  const underWay = useRef(false);
  const [submitting, setSubmitting] = useState(false);
  const [error, setError] = useState<Error | null>(null);

  const run = async (): Promise<void> => {
    session.takeTyped();
    const { content, inPims } = session.snapshot();
    const problems = validateDraft({ ...content, inPims, target: session.target });
    const confirmed = confirmableOf(problems);
    if (confirmed === null) return options.onProblems();
    if (confirmed.length > 0 && !(await askKnowingly(confirmed))) return options.onDeclined(problems);
    // What an order in PIMS would get is looked over first.
    if (session.target !== null && !(await askReview(session, session.target))) return;
    await session.standStill(async () => {
      if (!(await submitOrAsk(session.id, confirmed, options.referenceField))) return;
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
async function submitOrAsk(id: DraftId, confirmed: Confirmable[], referenceField: string): Promise<boolean> {
  try {
    await callDesk('drafts.submit', { id, confirmed });
    return true;
  } catch (failure) {
    const inUse = failure instanceof CallError ? readReferenceInUse(failure) : null;
    if (inUse === null) throw failure;
    const goesOn = await askDuplicate(inUse, referenceField);
    if (goesOn) await callDesk('drafts.submit', { id, confirmed: [...confirmed, 'duplicate-reference'] });
    return goesOn;
  }
}
