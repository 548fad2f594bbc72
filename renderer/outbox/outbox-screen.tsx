import { Button, Text } from '@mantine/core';
import { SearchX, Send } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { SubmissionId } from '../../shared/ids.ts';
import { FINISHED_LISTED } from '../../shared/outbox/listed.ts';
import { isOpen } from '../../shared/outbox/whose-turn.ts';
import { useCommand, useScreenAction } from '../app/commands.ts';
import { paths, useGoTo } from '../app/routes.ts';
import { useDeskMutation, useDeskQuery } from '../bridge/use-desk-query.ts';
import { EmptyNotice } from '../ui/empty-notice.tsx';
import { ErrorNotice, messageOf } from '../ui/error-notice.tsx';
import { LoadingRows } from '../ui/loading-rows.tsx';
import { notify } from '../ui/notify.tsx';
import { Screen } from '../ui/screen.tsx';
import { CopyPanel } from './copy/copy-panel.tsx';
import { DayCheckButton } from './day-check-button.tsx';
import { everySubmission, filterSubmissions, needsConnection, type OutboxFilter } from './outbox-filter.ts';
import { OutboxFilterBar } from './outbox-filter-bar.tsx';
import { OutboxTable } from './outbox-table.tsx';
import { PausedNote } from './pausing/paused-note.tsx';
import { wakeLabel } from './pausing/pausing.ts';
import { SendingMenu } from './pausing/sending-menu.tsx';
import { takeShownFirst } from './shown-first.ts';
import { SubmissionPanel } from './submission/submission-panel.tsx';
import { useListed } from './use-listed.ts';

/** What was submitted: where each order stands, and why. */
export function OutboxScreen() {
  const outbox = useDeskQuery('outbox.list', {});
  const copy = useDeskQuery('outbox.copy', {}).data ?? null;
  const connections = useDeskQuery('connections.list', {}).data ?? [];
  const chosen = connections.find((connection) => connection.chosen)?.id;
  const [filter, setFilter] = useState(everySubmission);
  const [ledTo] = useState(takeShownFirst);
  const [picked, setPicked] = useState(ledTo);
  const search = useRef<HTMLInputElement>(null);
  const wake = useDeskMutation('outbox.wake', {
    onSuccess: () => notify('info', 'Trying again what waits.'),
    onError: (error) => notify('problem', messageOf(error)),
  });
  const { all, leavesOut } = useListed(outbox.data, filter.text, ledTo);
  const listed = useMemo(() => filterSubmissions(all, filter), [all, filter]);
  const openCount = all.filter(isOpen).length;
  // What is checked can be in the way of the network too; then it has a problem, and a time for the next look.
  const canWake = all.some((one) => wakeLabel(one) !== null);
  const show = (id: SubmissionId): void => {
    setFilter(everySubmission);
    setPicked(id);
  };
  const tryNow = (): void => wake.mutate({});
  useScreenAction('outbox-wake', 'Send what waits now', tryNow, { enabled: canWake });
  useCommand('find', () => search.current?.focus(), { enabled: all.length > 0 });

  // Whoever comes here after "needs attention" wants that one.
  const selected =
    listed.find((one) => one.id === picked) ??
    listed.find(({ state }) => state === 'needs-attention') ??
    listed[0];

  return (
    <Screen
      title="Outbox"
      subtitle={outbox.data !== undefined && countWords(all.length, openCount)}
      actions={
        <>
          {canWake && (
            <Button variant="default" loading={wake.isPending} onClick={tryNow}>
              Try all now
            </Button>
          )}
          {all.length > 0 && <DayCheckButton />}
          <SendingMenu connections={connections} />
        </>
      }
    >
      {copy !== null && <CopyPanel copy={copy} />}
      <PausedNote connections={connections} />
      {all.length > 0 && <OutboxFilterBar {...{ all, filter }} onChange={setFilter} searchRef={search} />}
      {leavesOut && filter.text.trim() === '' && (
        <Text size="xs" c="dimmed" mb={4}>
          Of what is finished, the newest {FINISHED_LISTED} are listed. Search for older ones, or go through
          them with the day check.
        </Text>
      )}
      {outbox.isPending && <LoadingRows label="Reading the outbox" />}
      {outbox.error !== null && (
        <ErrorNotice
          error={outbox.error}
          onRetry={() => void outbox.refetch()}
          retrying={outbox.isFetching}
        />
      )}
      {outbox.data !== undefined && selected === undefined && (
        <NothingListed
          isEmpty={all.length === 0}
          filter={filter}
          onShowAll={() => setFilter(everySubmission)}
        />
      )}
      {selected !== undefined && (
        <>
          <OutboxTable
            submissions={listed}
            selected={selected.id}
            withConnection={needsConnection(all, filter, chosen)}
            onSelect={setPicked}
          />
          <SubmissionPanel
            key={selected.id}
            submission={selected}
            onEnter={() => setPicked(selected.id)}
            onShow={show}
          />
        </>
      )}
    </Screen>
  );
}

function countWords(all: number, open: number): string {
  if (all === 0) return '';
  return open === 0 ? 'nothing left to send' : `${open} not finished`;
}

interface NothingListedProps {
  /** Nothing was ever submitted. */
  readonly isEmpty: boolean;
  readonly filter: OutboxFilter;
  readonly onShowAll: () => void;
}

function NothingListed({ isEmpty, filter, onShowAll }: NothingListedProps) {
  const goTo = useGoTo();
  if (isEmpty) {
    return (
      <EmptyNotice
        icon={<Send aria-hidden />}
        title="The outbox is empty"
        actions={<Button onClick={() => goTo(paths.newOrder())}>New order</Button>}
      >
        Orders that you submit are listed here until and after they reach PIMS, also while the network is
        down.
      </EmptyNotice>
    );
  }
  const isNarrowed = filter.text.trim() !== '' || filter.connectionId !== null;
  const showAll = (
    <Button variant="default" onClick={onShowAll}>
      Show all
    </Button>
  );
  if (isNarrowed) {
    return (
      <EmptyNotice icon={<SearchX aria-hidden />} title="Nothing found" actions={showAll}>
        Nothing that was submitted has this in its reference, customer code or order number.
      </EmptyNotice>
    );
  }
  return (
    <EmptyNotice
      icon={<Send aria-hidden />}
      title={filter.shown === 'yours' ? 'Nothing needs you' : 'Nothing is left to send'}
      actions={showAll}
    >
      {filter.shown === 'yours'
        ? 'What waits goes on by itself; what is paused, when you let it.'
        : 'Nothing waits, and nothing needs attention.'}
    </EmptyNotice>
  );
}
