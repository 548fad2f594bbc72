import { Alert, Button, Group, Text } from '@mantine/core';
import { Send } from 'lucide-react';
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { DraftId } from '../../shared/ids.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import { paths, useGoTo } from '../app/routes.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import { outcomeUnknown } from '../outbox/submission/outcome-unknown.ts';
import { BackToDraftButton } from '../outbox/submission/submission-actions.tsx';
import { SubmissionProgress } from '../outbox/submission/submission-progress.tsx';
import { stateLook } from '../outbox/submission/submission-state.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { mendedInSettings } from '../ui/error-notice.tsx';

interface SubmissionPanelProps {
  readonly draftId: DraftId;
  readonly onBackToDraft: () => void;
}

/** Where a submitted draft stands, as it happens, and its order number once PIMS has given it. */
export function SubmissionPanel({ draftId, onBackToDraft }: SubmissionPanelProps) {
  const submissions = useDeskQuery('outbox.list', {}).data;
  const submission = submissions?.find((one) => one.draftId === draftId && one.state !== 'withdrawn');
  useWhenGone(submission, submissions !== undefined, onBackToDraft);
  const panel = useRef<HTMLDivElement>(null);
  const isSent = submission?.state === 'sent';
  // The form that had the focus is gone; the news is where it goes on, and not the screen's heading.
  useLayoutEffect(() => {
    if (isSent || document.activeElement === document.body) panel.current?.focus();
  }, [isSent]);

  const goTo = useGoTo();

  return (
    <Alert
      ref={panel}
      tabIndex={-1}
      mb="xs"
      role="status"
      style={{ flex: 'none' }}
      color={colorOf(submission)}
      variant="light"
      icon={<StateIcon submission={submission} />}
      title={<Title submission={submission} />}
    >
      {submission !== undefined && <Details submission={submission} />}
      <Group gap="xs" mt="xs">
        {submission?.orderNumber != null && <OpenOrder orderNumber={submission.orderNumber} />}
        {submission !== undefined && outcomeUnknown(submission) && submission.orderNumber === null && (
          <Button onClick={() => goTo(paths.findOrders(submission.reference))}>Look for it in Orders</Button>
        )}
        {submission?.problem != null && mendedInSettings(submission.problem.code) && (
          <Button onClick={() => goTo(paths.settings())}>Open Settings</Button>
        )}
        {submission !== undefined && <BackToDraftButton submission={submission} />}
        <Button variant="default" onClick={() => goTo(paths.newOrder())}>
          New order
        </Button>
        <Button variant="default" onClick={() => goTo(paths.outbox())}>
          {submission?.state === 'needs-attention' ? 'Decide in the outbox' : 'Outbox'}
        </Button>
      </Group>
    </Alert>
  );
}

/** Calls back once a submission that was there is none any more: a call-off ends only after the step under way. */
function useWhenGone(submission: Submission | undefined, isRead: boolean, onGone: () => void): void {
  const wasThere = useRef(false);
  const isThere = submission !== undefined;
  const tell = useEffectEvent(onGone);
  useEffect(() => {
    if (isRead && wasThere.current && !isThere) tell();
    wasThere.current = isThere;
  }, [isRead, isThere]);
}

function OpenOrder({ orderNumber }: { readonly orderNumber: NonNullable<Submission['orderNumber']> }) {
  const goTo = useGoTo();
  return <Button onClick={() => goTo(paths.order(orderNumber))}>Open order {orderNumber}</Button>;
}

function Title({ submission }: { readonly submission: Submission | undefined }) {
  if (submission === undefined) return 'This draft was submitted';
  const { state, orderNumber, isAddition } = submission;
  if (state !== 'sent' || orderNumber === null) return stateLook(submission).words;
  return (
    <Group gap={4}>
      <span>{isAddition ? `It is in PIMS, in order ${orderNumber}` : `Order ${orderNumber} is in PIMS`}</span>
      <CopyButton value={orderNumber} what="order number" />
    </Group>
  );
}

function Details({ submission }: { readonly submission: Submission }) {
  const { state, reference } = submission;
  return (
    <>
      {reference !== '' && (
        <Group gap={4}>
          <Text size="sm">Its reference is {reference}.</Text>
          <CopyButton value={reference} what="the reference" />
        </Group>
      )}
      {state !== 'sent' && <OnItsWay submission={submission} />}
    </>
  );
}

function OnItsWay({ submission }: { readonly submission: Submission }) {
  const { state, problem } = submission;
  return (
    <>
      {problem !== null && <Text size="sm">{problem.message}</Text>}
      {state === 'waiting' && (
        <Text size="sm">It goes on by itself as soon as PIMS answers; you can go on working.</Text>
      )}
      {state === 'paused' && <Text size="sm">It goes on when you let it, in the outbox.</Text>}
      <Group gap={6} mt={2}>
        <Text size="sm">Steps in PIMS:</Text>
        <SubmissionProgress submission={submission} />
      </Group>
    </>
  );
}

function StateIcon({ submission }: { readonly submission: Submission | undefined }) {
  const Icon = submission === undefined ? Send : stateLook(submission).Icon;
  return <Icon aria-hidden />;
}

function colorOf(submission: Submission | undefined): string {
  if (submission === undefined) return 'blue';
  switch (stateLook(submission).tone) {
    case 'good':
      return 'green';
    case 'bad':
      return 'red';
    case 'warn':
      return 'yellow';
    case 'calm':
    case 'busy':
      return 'blue';
  }
}
