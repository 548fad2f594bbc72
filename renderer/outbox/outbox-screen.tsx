import { Button, SegmentedControl } from '@mantine/core';
import { Send } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Submission } from '../../shared/outbox/submission.ts';
import { useScreenAction } from '../app/commands.ts';
import { paths, useGoTo } from '../app/routes.ts';
import { useDeskMutation, useDeskQuery } from '../bridge/use-desk-query.ts';
import { EmptyNotice } from '../ui/empty-notice.tsx';
import { ErrorNotice, messageOf } from '../ui/error-notice.tsx';
import { LoadingRows } from '../ui/loading-rows.tsx';
import { notify } from '../ui/notify.tsx';
import { Screen } from '../ui/screen.tsx';
import { DayCheckButton } from './day-check-button.tsx';
import { OutboxTable } from './outbox-table.tsx';
import { takeShownFirst } from './shown-first.ts';
import { SubmissionPanel } from './submission-panel.tsx';

type Shown = 'open' | 'all';

/** Rows drawn at first and added by each "Show more": a year's history must not slow the screen down. */
const PAGE = 200;

/** What was submitted: where each order stands, and why. */
export function OutboxScreen() {
  const outbox = useDeskQuery('outbox.list', {});
  const [shown, setShown] = useState<Shown>('all');
  const [limit, setLimit] = useState(PAGE);
  const [picked, setPicked] = useState(takeShownFirst);
  const wake = useDeskMutation('outbox.wake', {
    onSuccess: () => notify('info', 'Trying again what waits.'),
    onError: (error) => notify('problem', messageOf(error)),
  });
  const all = outbox.data ?? none;
  const listed = useMemo(
    () => all.filter((one) => shown === 'all' || isOpen(one)).slice(0, limit),
    [all, shown, limit],
  );
  const openCount = all.filter(isOpen).length;
  // What is checked can be in the way of the network too; then it has a problem, and a time for the next look.
  const canWake = all.some(
    ({ state, problem, nextTryAt }) => state === 'held' || (problem !== null && nextTryAt !== null),
  );
  const tryNow = (): void => wake.mutate({});
  useScreenAction('outbox-wake', 'Send what waits now', tryNow, { enabled: canWake });

  // Whoever comes here after "needs attention" wants that one.
  const selected =
    listed.find((one) => one.id === picked) ??
    listed.find(({ state }) => state === 'needs-attention') ??
    listed[0];
  const hidden = (shown === 'all' ? all.length : openCount) - listed.length;

  return (
    <Screen
      title="Outbox"
      subtitle={outbox.data !== undefined && countWords(all.length, openCount)}
      actions={
        all.length > 0 && (
          <>
            {canWake && (
              <Button variant="default" loading={wake.isPending} onClick={tryNow}>
                Try now
              </Button>
            )}
            <DayCheckButton />
            <SegmentedControl
              aria-label="Which submissions to show"
              data={[
                { value: 'all', label: 'All' },
                { value: 'open', label: `Not finished (${openCount})` },
              ]}
              value={shown}
              onChange={setShown}
              transitionDuration={0}
            />
          </>
        )
      }
    >
      {outbox.isPending && <LoadingRows label="Reading the outbox" />}
      {outbox.error !== null && (
        <ErrorNotice
          error={outbox.error}
          onRetry={() => void outbox.refetch()}
          retrying={outbox.isFetching}
        />
      )}
      {outbox.data !== undefined && selected === undefined && (
        <NothingListed allSent={all.length > 0} onShowAll={() => setShown('all')} />
      )}
      {selected !== undefined && (
        <>
          <OutboxTable submissions={listed} selected={selected.id} onSelect={setPicked} />
          {hidden > 0 && (
            <Button variant="subtle" onClick={() => setLimit(limit + PAGE)}>
              Show more ({hidden} older)
            </Button>
          )}
          <SubmissionPanel key={selected.id} submission={selected} onEnter={() => setPicked(selected.id)} />
        </>
      )}
    </Screen>
  );
}

const none: readonly Submission[] = [];

function isOpen({ state }: Submission): boolean {
  return state !== 'sent' && state !== 'withdrawn';
}

function countWords(all: number, open: number): string {
  if (all === 0) return '';
  return open === 0 ? 'all sent' : `${open} not finished`;
}

function NothingListed({
  allSent,
  onShowAll,
}: {
  readonly allSent: boolean;
  readonly onShowAll: () => void;
}) {
  const goTo = useGoTo();
  if (allSent) {
    return (
      <EmptyNotice
        icon={<Send aria-hidden />}
        title="Everything is sent"
        actions={
          <Button variant="default" onClick={onShowAll}>
            Show all
          </Button>
        }
      >
        Nothing waits, and nothing needs attention.
      </EmptyNotice>
    );
  }
  return (
    <EmptyNotice
      icon={<Send aria-hidden />}
      title="Nothing was submitted yet"
      actions={<Button onClick={() => goTo(paths.newOrder())}>New order</Button>}
    >
      Orders that you submit are listed here until and after they reach PIMS, also while the network is down.
    </EmptyNotice>
  );
}
