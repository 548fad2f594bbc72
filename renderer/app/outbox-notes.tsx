import { useEffect, useRef, useState } from 'react';
import type { OrderNumber, SubmissionId } from '../../shared/ids.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import { useDeskEvent } from '../bridge/use-desk-event.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import { type NotifyAction, notify } from '../ui/notify.tsx';
import { paths, readPath, useGoTo } from './routes.ts';

/** Above this, notes of one kind that come together are one note. */
const MOST_SINGLE_NOTES = 2;

/** Tells when an order has reached PIMS or needs somebody, whichever screen is shown. */
export function OutboxNotes() {
  const goTo = useGoTo();
  const [changedIds, setChangedIds] = useState<ReadonlySet<SubmissionId>>(new Set());
  const told = useRef(new Map<SubmissionId, Submission['state']>());
  // Nothing is read before something changed.
  const submissions = useDeskQuery('outbox.list', {}, { enabled: changedIds.size > 0 }).data;

  useDeskEvent('outbox.changed', ({ id }) => setChangedIds((present) => new Set(present).add(id)));

  useEffect(() => {
    if (submissions === undefined) return;
    const changed = submissions.filter(
      ({ id, state }) => changedIds.has(id) && told.current.get(id) !== state,
    );
    for (const { id, state } of changed) told.current.set(id, state);
    // The screen of the draft says it itself.
    const seen = readPath(location.hash.slice(1));
    const news = changed.filter(({ draftId }) => seen?.screen !== 'draft' || seen.draftId !== draftId);
    tellSent(
      news.filter((one) => one.state === 'sent'),
      goTo,
    );
    // So does the outbox say what needs somebody, and a note would cover the choices.
    if (seen?.screen === 'outbox') return;
    tellProblems(
      news.filter((one) => one.state === 'needs-attention'),
      goTo,
    );
  }, [submissions, changedIds, goTo]);

  return null;
}

type GoTo = (path: string) => void;

function openOutbox(goTo: GoTo): NotifyAction {
  return { label: 'Open the outbox', run: () => goTo(paths.outbox()) };
}

function tellSent(sent: readonly Submission[], goTo: GoTo): void {
  if (sent.length > MOST_SINGLE_NOTES) {
    notify('done', `${sent.length} orders are in PIMS.`, openOutbox(goTo));
    return;
  }
  for (const { orderNumber, reference } of sent) {
    if (orderNumber === null) notify('done', `The order with reference ${reference} is in PIMS.`);
    else notify('done', `Order ${orderNumber} is in PIMS.`, openOrder(orderNumber, goTo));
  }
}

function openOrder(orderNumber: OrderNumber, goTo: GoTo): NotifyAction {
  return { label: 'Open the order', run: () => goTo(paths.order(orderNumber)) };
}

function tellProblems(problems: readonly Submission[], goTo: GoTo): void {
  if (problems.length > MOST_SINGLE_NOTES) {
    notify('problem', `${problems.length} orders need attention.`, openOutbox(goTo));
    return;
  }
  for (const { reference } of problems) {
    notify('problem', `The order with reference ${reference} needs attention.`, openOutbox(goTo));
  }
}
