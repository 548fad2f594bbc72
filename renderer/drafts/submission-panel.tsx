import { Alert, Button, Group, Text } from '@mantine/core';
import { Send } from 'lucide-react';
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { Submission } from '../../shared/outbox/submission.ts';
import { paths, useGoTo } from '../app/routes.ts';
import { Decision } from '../outbox/decision/decision.tsx';
import { attentionTitle } from '../outbox/decision/decision-words.ts';
import { showFirst } from '../outbox/shown-first.ts';
import { outcomeUnknown } from '../outbox/submission/outcome-unknown.ts';
import { BackToDraftButton } from '../outbox/submission/submission-actions.tsx';
import { SubmissionProgress } from '../outbox/submission/submission-progress.tsx';
import { stateLook } from '../outbox/submission/submission-state.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { mendedInSettings } from '../ui/error-notice.tsx';
import classes from './draft.module.css';
import type { Submitted } from './use-submitted.ts';

interface SubmissionPanelProps {
  readonly submitted: Submitted;
  readonly onBackToDraft: () => void;
}

/**
 * Where a submitted draft stands, as it happens: what only a person can decide, and its order number once PIMS has given
 * it.
 */
export function SubmissionPanel({ submitted, onBackToDraft }: SubmissionPanelProps) {
  const { submission, isRead, evidence, standing } = submitted;
  useWhenGone(submission, isRead, onBackToDraft);
  const panel = useRef<HTMLDivElement>(null);
  const isSent = submission?.state === 'sent';
  const isAsked = evidence !== null;
  // What had the focus is gone, the form or what was decided; the news is where it goes on, and not the screen's heading.
  useLayoutEffect(() => {
    void isAsked;
    if (isSent || document.activeElement === document.body) panel.current?.focus();
  }, [isSent, isAsked]);

  const goTo = useGoTo();

  const toOutbox = (): void => {
    if (submission !== undefined) showFirst(submission.id);
    goTo(paths.outbox());
  };
  return (
    <>
      <Alert
        ref={panel}
        tabIndex={-1}
        mb="xs"
        role="status"
        style={{ flex: 'none' }}
        color={colorOf(submission)}
        variant="light"
        icon={<StateIcon submission={submission} />}
        title={evidence === null ? <Title submission={submission} /> : attentionTitle(evidence)}
      >
        {submission !== undefined && <Details {...{ submission, standing, isAsked }} />}
        <Group gap="xs" mt="xs">
          {submission?.orderNumber != null && !isAsked && <OpenOrder orderNumber={submission.orderNumber} />}
          {submission !== undefined &&
            outcomeUnknown(submission) &&
            submission.orderNumber === null &&
            !isAsked && (
              <Button onClick={() => goTo(paths.findOrders(submission.reference))}>
                Look for it in Orders
              </Button>
            )}
          {submission?.problem != null && mendedInSettings(submission.problem.code) && (
            <Button onClick={() => goTo(paths.settings())}>Open Settings</Button>
          )}
          {submission !== undefined && !isAsked && <BackToDraftButton submission={submission} />}
          <Button variant="default" onClick={() => goTo(paths.newOrder())}>
            New order
          </Button>
          <Button variant="default" onClick={toOutbox}>
            Show in the outbox
          </Button>
        </Group>
      </Alert>
      {submission !== undefined && evidence !== null && (
        <section className={classes.decision} aria-label="What is to be decided">
          <Decision {...{ submission, evidence }} />
        </section>
      )}
    </>
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

interface DetailsProps {
  readonly submission: Submission;
  readonly standing: string;
  /** What is to be decided, and how far it is, stands below. */
  readonly isAsked: boolean;
}

function Details({ submission, standing, isAsked }: DetailsProps) {
  const { state, reference } = submission;
  return (
    <>
      {reference !== '' && !isAsked && (
        <Group gap={4}>
          <Text size="sm">Its reference is {reference}.</Text>
          <CopyButton value={reference} what="the reference" />
        </Group>
      )}
      {state !== 'sent' && <OnItsWay {...{ submission, isAsked }} />}
      {standing !== '' && <Text size="sm">{standing}</Text>}
    </>
  );
}

function OnItsWay({ submission, isAsked }: Omit<DetailsProps, 'standing'>) {
  const { state, problem } = submission;
  return (
    <>
      {problem !== null && <Text size="sm">{problem.message}</Text>}
      {state === 'waiting' && (
        <Text size="sm">It goes on by itself as soon as PIMS answers; you can go on working.</Text>
      )}
      {state === 'paused' && <Text size="sm">It goes on when you let it, in the outbox.</Text>}
      {!isAsked && (
        <Group gap={6} mt={2}>
          <Text size="sm">Steps in PIMS:</Text>
          <SubmissionProgress submission={submission} />
        </Group>
      )}
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
