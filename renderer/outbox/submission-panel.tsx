import { Alert, Box, Button, Group, Text, Title } from '@mantine/core';
import { CircleHelp, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Evidence } from '../../shared/outbox/evidence.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import { paths, useGoTo } from '../app/routes.ts';
import { useDeskMutation, useDeskQuery } from '../bridge/use-desk-query.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { ErrorNotice, mendedInSettings, messageOf } from '../ui/error-notice.tsx';
import { notify } from '../ui/notify.tsx';
import { When } from '../ui/when.tsx';
import { Decision } from './decision.tsx';
import { attentionTitle } from './decision-words.ts';
import { ExportJournalButton } from './export-journal-button.tsx';
import { useGoToOn } from './go-to-on.ts';
import { Journal } from './journal.tsx';
import classes from './submission-panel.module.css';
import { outcomeUnknown, SubmissionStateLabel } from './submission-state.tsx';

interface SubmissionPanelProps {
  readonly submission: Submission;
  /** The person works in the panel: it is not to be exchanged for another one. */
  readonly onEnter: () => void;
}

/** One submission: what can be done with it, why it stands still, what is to be decided, and its journal. */
export function SubmissionPanel({ submission, onEnter }: SubmissionPanelProps) {
  const { id, reference, problem, nextTryAt, state } = submission;
  const heading = useRef<HTMLHeadingElement>(null);
  const isAsked = state === 'needs-attention';
  const found = useDeskQuery('outbox.evidence', { id }, { enabled: isAsked });
  const evidence = isAsked ? (found.data ?? null) : null;
  // What had the focus goes away with the question, or gets it back from a dialog only to go away.
  const isDecided = useRef(false);
  useEffect(() => {
    if (!isAsked && isDecided.current) heading.current?.focus();
    isDecided.current = false;
  }, [isAsked]);
  return (
    <section
      className={classes.panel}
      aria-label={`Submission ${reference}`}
      data-asked={evidence !== null || undefined}
      onFocus={onEnter}
    >
      <div className={classes.head}>
        <Group gap="xs" wrap="nowrap">
          <Title order={2} size="h4" ref={heading} tabIndex={-1}>
            {reference}
          </Title>
          <CopyButton value={reference} what="the reference" />
          <span role="status">
            <SubmissionStateLabel submission={submission} />
          </span>
          {(state === 'waiting' || state === 'checking') && nextTryAt !== null && (
            <Text size="sm" c="dimmed">
              {state === 'checking' ? 'looks again' : 'next try'} <When iso={nextTryAt} />
            </Text>
          )}
          <ExportJournalButton id={id} />
        </Group>
        {evidence === null && <Actions submission={submission} />}
      </div>
      {/* Focusable, so that a long journal scrolls with the keys. */}
      <Box className={classes.body} tabIndex={0}>
        {problem !== null && <Problem {...{ submission, evidence }} message={problem.message} />}
        {isAsked && found.error !== null && (
          <ErrorNotice error={found.error} onRetry={() => void found.refetch()} retrying={found.isFetching} />
        )}
        {evidence !== null && (
          <Decision
            {...{ submission, evidence }}
            onDecided={() => {
              isDecided.current = true;
              heading.current?.focus();
            }}
          />
        )}
        <Journal id={submission.id} />
      </Box>
    </section>
  );
}

interface ProblemProps {
  readonly submission: Submission;
  readonly evidence: Evidence | null;
  readonly message: string;
}

function Problem({ submission, evidence, message }: ProblemProps) {
  const refused = submission.state === 'needs-attention' && !outcomeUnknown(submission);
  return (
    <Alert
      className={classes.problem}
      color={refused ? 'red' : 'yellow'}
      variant="light"
      icon={outcomeUnknown(submission) ? <CircleHelp aria-hidden /> : <TriangleAlert aria-hidden />}
      title={evidence === null ? problemTitle(submission) : attentionTitle(evidence)}
    >
      {message}
    </Alert>
  );
}

function problemTitle(submission: Submission): string {
  if (outcomeUnknown(submission)) return 'It is not known whether this order arrived';
  switch (submission.state) {
    case 'checking':
      return 'PIMS can’t be asked now: it is checked when PIMS answers';
    case 'accepted':
    case 'waiting':
      return 'Goes on by itself when PIMS answers';
    case 'held':
      return 'Held until this is mended';
    default:
      return 'This order needs attention';
  }
}

function Actions({ submission }: { readonly submission: Submission }) {
  const goToOn = useGoToOn();
  const goTo = useGoTo();
  const { id, orderNumber, connectionId, draftId, reference, state, problem } = submission;
  const withdraw = useDeskMutation('outbox.withdraw', {
    onError: (error) => notify('problem', messageOf(error)),
  });
  const openDraft = (): void => void goToOn(connectionId, paths.draft(draftId));
  const toDraft = (): void => {
    withdraw.mutate(
      { id },
      {
        onSuccess: () =>
          notify('done', 'The order is a draft again.', { label: 'Open the draft', run: openDraft }),
      },
    );
  };
  return (
    <Group gap="xs" wrap="nowrap">
      {outcomeUnknown(submission) && orderNumber === null && (
        <Button onClick={() => void goToOn(connectionId, paths.findOrders(reference))}>
          Look for it in Orders
        </Button>
      )}
      {problem !== null && mendedInSettings(problem.code) && (
        <Button variant="default" onClick={() => goTo(paths.settings())}>
          Open Settings
        </Button>
      )}
      {submission.canWithdraw && (
        <Button variant="default" loading={withdraw.isPending} onClick={toDraft}>
          Back to draft
        </Button>
      )}
      {state === 'withdrawn' && (
        <Button variant="default" onClick={openDraft}>
          Open the draft
        </Button>
      )}
      {orderNumber !== null && (
        <Button variant="default" onClick={() => void goToOn(connectionId, paths.order(orderNumber))}>
          Open the order
        </Button>
      )}
    </Group>
  );
}
