import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Confirmable, DraftLine } from '../../shared/drafts/draft.ts';
import { type ProblemPlace, validateDraft } from '../../shared/drafts/validate-draft.ts';
import type { DraftId } from '../../shared/ids.ts';
import { CallError, callDesk } from '../bridge/call.ts';
import { deskKey } from '../bridge/query-client.ts';
import { askDuplicate } from './ask-duplicate.tsx';
import { askKnowingly } from './ask-knowingly.tsx';
import type { DraftSession } from './draft-session.ts';
import { confirmableOf, knowinglyWords } from './knowingly-words.ts';
import type { LineStock } from './lines/line-stock.ts';
import { partCodesOf, type Shortage, shortagesOf } from './lines/shortages.ts';
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
  /** What is available of the parts; read anew before a submission where it is old. */
  readonly stock: LineStock;
  /** How many scanned codes are still to be resolved. */
  readonly openScans: () => number;
  /** The draft can't be submitted until these are put right. */
  readonly onProblems: () => void;
  /** Asked about these, the person rather puts them right; there are none where only scanned codes are to be resolved. */
  readonly onDeclined: (places: readonly ProblemPlace[]) => void;
}

/**
 * Submits a draft: checks, looks at the stock, asks what is to be done knowingly, writes what waits, hands it to the
 * outbox. A held key or a double click passes once; the database holds that again, since a draft is queued by one
 * conditional change (users: Orders that arrive twice).
 */
export function useSubmitDraft(session: DraftSession, options: SubmitOptions): SubmitDraft {
  const client = useQueryClient();
  const underWay = useRef(false);
  const [submitting, setSubmitting] = useState(false);
  const [error, setError] = useState<Error | null>(null);

  const run = async (): Promise<void> => {
    if (confirmableOf(problemsOf(session)) === null) return options.onProblems();
    await options.stock.refresh(partCodesOf(draftOf(session)));
    // It may have been typed on meanwhile.
    const problems = problemsOf(session);
    const confirmed = confirmableOf(problems);
    if (confirmed === null) return options.onProblems();
    const draft = draftOf(session);
    const shortages = shortagesOf(draft, options.stock.snapshot(), Date.now());
    const openScans = options.openScans();
    const question = knowinglyWords({ confirmed, shortages, openScans }, Date.now());
    if (question !== null && !(await askKnowingly(question))) {
      const wrong = problems.map(({ place }) => place);
      // The safe answer names what comes first: a slip, then the codes, then the stock.
      if (wrong.length > 0 || openScans > 0) return options.onDeclined(wrong);
      return options.onDeclined(shortages.flatMap((one) => placeOf(draft.lines, one) ?? []));
    }
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

/** The draft as it stands, with what is being typed at this moment. */
function draftOf(session: DraftSession) {
  session.takeTyped();
  const { content, inPims } = session.snapshot();
  return { ...content, inPims, target: session.target };
}

function problemsOf(session: DraftSession) {
  return validateDraft(draftOf(session));
}

function placeOf(lines: readonly DraftLine[], { lineIndex }: Shortage): ProblemPlace | null {
  const line = lines[lineIndex];
  return line === undefined ? null : { kind: 'line', lineId: line.id, lineIndex, field: 'QUANTITY' };
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
