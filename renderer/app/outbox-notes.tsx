import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ConnectionId, OrderNumber, SubmissionId } from '../../shared/ids.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import { useDeskEvent } from '../bridge/use-desk-event.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import { useGoToOn } from '../outbox/go-to-on.ts';
import { type NotifyAction, notify, notifyCount } from '../ui/notify.tsx';
import { backWords, problemWords, sentWords } from './outbox-note-words.ts';
import { paths, readPath, useGoTo } from './routes.ts';

/** Above this, notes of one kind that come together are one note. */
const MOST_SINGLE_NOTES = 2;

/** Tells when an order has reached PIMS or needs somebody, whichever screen is shown. */
export function OutboxNotes() {
  const goTo = useGoTo();
  const goToOn = useLatestGoToOn();
  const [changedIds, setChangedIds] = useState<ReadonlySet<SubmissionId>>(new Set());
  const told = useRef(new Map<SubmissionId, Submission['state']>());
  // Nothing is read before something changed.
  const submissions = useDeskQuery('outbox.list', {}, { enabled: changedIds.size > 0 }).data;

  useDeskEvent('outbox.changed', ({ id }) =>
    setChangedIds((present) => (present.has(id) ? present : new Set(present).add(id))),
  );

  useEffect(() => {
    if (submissions === undefined) return;
    const changed = submissions.filter(
      ({ id, state }) => changedIds.has(id) && told.current.get(id) !== state,
    );
    for (const { id, state } of changed) told.current.set(id, state);
    // The screen of the draft says it itself. So does the outbox, where a note would cover the journal and the choices.
    const seen = readPath(location.hash.slice(1));
    if (seen?.screen === 'outbox') return;
    const news = changed.filter(({ draftId }) => seen?.screen !== 'draft' || seen.draftId !== draftId);
    tellSent(
      news.filter((one) => one.state === 'sent'),
      { goTo, goToOn },
    );
    tellBack(
      news.filter((one) => one.state === 'withdrawn'),
      { goTo, goToOn },
    );
    tellProblems(
      news.filter((one) => one.state === 'needs-attention'),
      goTo,
    );
  }, [submissions, changedIds, goTo, goToOn]);

  return null;
}

type GoTo = (path: string) => void;
type GoToOn = (connection: ConnectionId, path: string) => Promise<void>;

interface Ways {
  readonly goTo: GoTo;
  readonly goToOn: GoToOn;
}

/** Stays the same function, so that nothing is told twice for its sake. */
function useLatestGoToOn(): GoToOn {
  const goToOn = useGoToOn();
  const latest = useRef(goToOn);
  useLayoutEffect(() => {
    latest.current = goToOn;
  });
  return useRef<GoToOn>((connection, path) => latest.current(connection, path)).current;
}

function openOutbox(goTo: GoTo): NotifyAction {
  return { label: 'Open the outbox', run: () => goTo(paths.outbox()) };
}

function tellSent(sent: readonly Submission[], { goTo, goToOn }: Ways): void {
  if (sent.length > MOST_SINGLE_NOTES) {
    notifyCount('done', 'sent', sent.length, (count) => `${count} orders are in PIMS.`, openOutbox(goTo));
    return;
  }
  for (const submission of sent) {
    const { orderNumber, connectionId } = submission;
    const words = sentWords(submission);
    if (orderNumber === null) notify('done', words);
    else notify('done', words, openOrder(connectionId, orderNumber, goToOn));
  }
}

function openOrder(connection: ConnectionId, orderNumber: OrderNumber, goToOn: GoToOn): NotifyAction {
  return { label: 'Open the order', run: () => void goToOn(connection, paths.order(orderNumber)) };
}

function tellBack(back: readonly Submission[], { goTo, goToOn }: Ways): void {
  if (back.length > MOST_SINGLE_NOTES) {
    notifyCount('done', 'back', back.length, (count) => `${count} orders are drafts again.`, {
      label: 'Open the drafts',
      run: () => goTo(paths.drafts()),
    });
    return;
  }
  for (const submission of back) {
    const { draftId, connectionId } = submission;
    notify('done', backWords(submission), {
      label: 'Open the draft',
      run: () => void goToOn(connectionId, paths.draft(draftId)),
    });
  }
}

function tellProblems(problems: readonly Submission[], goTo: GoTo): void {
  const action = openOutbox(goTo);
  if (problems.length > MOST_SINGLE_NOTES) {
    const words = (count: number): string => `${count} orders need attention.`;
    notifyCount('problem', 'problems', problems.length, words, action);
    return;
  }
  for (const submission of problems) notify('problem', problemWords(submission), action);
}
