import { useEffect, useState } from 'react';
import type { Draft, DraftSummary } from '../../shared/drafts/draft.ts';
import type { DraftId } from '../../shared/ids.ts';
import { callDesk } from '../bridge/call.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { LoadingRows } from '../ui/loading-rows.tsx';
import { Screen } from '../ui/screen.tsx';
import { paths, useGoTo } from './routes.ts';

/** One at a time: pressing Ctrl+N twice, or React drawing twice, makes one draft. */
let underWay: Promise<DraftId> | null = null;

/** Goes to an empty draft: one that was begun and left empty, or else a new one. */
export function NewOrderScreen() {
  const goTo = useGoTo();
  const [error, setError] = useState<Error | null>(null);

  useEffect(() => {
    if (error !== null) return;
    let left = false;
    underWay ??= emptyDraft().finally(() => {
      underWay = null;
    });
    underWay.then(
      (id) => {
        if (!left) goTo(paths.draft(id), { replace: true });
      },
      (failure: Error) => {
        if (!left) setError(failure);
      },
    );
    return () => {
      left = true;
    };
  }, [error, goTo]);

  return (
    <Screen title="New order">
      {error === null ? (
        <LoadingRows label="Opening a new order" />
      ) : (
        <ErrorNotice error={error} onRetry={() => setError(null)} />
      )}
    </Screen>
  );
}

async function emptyDraft(): Promise<DraftId> {
  const drafts = await callDesk('drafts.list', {});
  for (const summary of drafts.filter(looksEmpty)) {
    const draft = await callDesk('drafts.open', { id: summary.id });
    if (isEmpty(draft)) return draft.id;
  }
  return (await callDesk('drafts.create', {})).id;
}

function looksEmpty(draft: DraftSummary): boolean {
  return (
    draft.state === 'open' &&
    draft.target === null &&
    draft.reference === '' &&
    draft.customerCode === '' &&
    draft.billingName === '' &&
    draft.lineCount <= 1
  );
}

function isEmpty(draft: Draft): boolean {
  const values = [draft.header, ...draft.lines.map((line) => line.fields)].flatMap((fields) =>
    Object.values(fields),
  );
  return values.every((value) => value.trim() === '');
}
