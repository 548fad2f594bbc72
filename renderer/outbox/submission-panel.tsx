import { Alert, Box, Button, Group, Text, Title } from '@mantine/core';
import { CircleHelp, TriangleAlert } from 'lucide-react';
import type { Submission } from '../../shared/outbox/submission.ts';
import { paths, useGoTo } from '../app/routes.ts';
import { useDeskMutation } from '../bridge/use-desk-query.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { mendedInSettings, messageOf } from '../ui/error-notice.tsx';
import { notify } from '../ui/notify.tsx';
import { When } from '../ui/when.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { useGoToOn } from './go-to-on.ts';
import { Journal } from './journal.tsx';
import classes from './submission-panel.module.css';
import { outcomeUnknown, SubmissionStateLabel } from './submission-state.tsx';

/** One submission: what can be done with it, why it stands still, and its journal. */
export function SubmissionPanel({ submission }: { readonly submission: Submission }) {
  const { reference, problem, nextTryAt, state } = submission;
  return (
    <section className={classes.panel} aria-label={`Submission ${reference}`}>
      <div className={classes.head}>
        <Group gap="xs" wrap="nowrap">
          <Title order={2} size="h4">
            {reference}
          </Title>
          <CopyButton value={reference} what="the reference" />
          <SubmissionStateLabel submission={submission} />
          {(state === 'waiting' || state === 'checking') && nextTryAt !== null && (
            <Text size="sm" c="dimmed">
              {state === 'checking' ? 'looks again' : 'next try'} <When iso={nextTryAt} />
            </Text>
          )}
        </Group>
        <Actions submission={submission} />
      </div>
      {/* Focusable, so that a long journal scrolls with the keys. */}
      <Box className={classes.body} tabIndex={0}>
        {problem !== null && <Problem submission={submission} message={problem.message} />}
        {state === 'needs-attention' && <EvidencePanel submission={submission} />}
        <Journal id={submission.id} />
      </Box>
    </section>
  );
}

function Problem({ submission, message }: { readonly submission: Submission; readonly message: string }) {
  const refused = submission.state === 'needs-attention' && !outcomeUnknown(submission);
  return (
    <Alert
      className={classes.problem}
      color={refused ? 'red' : 'yellow'}
      variant="light"
      icon={outcomeUnknown(submission) ? <CircleHelp aria-hidden /> : <TriangleAlert aria-hidden />}
      title={problemTitle(submission)}
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
