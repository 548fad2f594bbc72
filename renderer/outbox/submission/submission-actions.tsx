import { Button, Group, Text, Tooltip } from '@mantine/core';
import type { Submission } from '../../../shared/outbox/submission.ts';
import { paths, useGoTo } from '../../app/routes.ts';
import { useDeskMutation } from '../../bridge/use-desk-query.ts';
import { confirm } from '../../ui/confirm.tsx';
import { mendedInSettings, messageOf } from '../../ui/error-notice.tsx';
import { notify } from '../../ui/notify.tsx';
import { useGoToOn } from '../go-to-on.ts';
import { pauseChoice, wakeLabel } from '../pausing/pausing.ts';
import { wayBack, whyNoWayBack } from './back-to-draft.ts';
import { outcomeUnknown } from './outcome-unknown.ts';

const saying = { onError: (error: Error) => notify('problem', messageOf(error)) };

/** What can be done with a submission that waits for no decision. */
export function SubmissionActions({ submission }: { readonly submission: Submission }) {
  const goToOn = useGoToOn();
  const goTo = useGoTo();
  const { orderNumber, connectionId, draftId, reference, state, problem } = submission;
  return (
    <Group gap="xs">
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
      <WakeButton submission={submission} />
      <PauseButton submission={submission} />
      <BackToDraftButton submission={submission} />
      {state === 'withdrawn' && (
        <Button variant="default" onClick={() => void goToOn(connectionId, paths.draft(draftId))}>
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

/** Wakes what waits of the submission's connection. */
function WakeButton({ submission }: { readonly submission: Submission }) {
  const wake = useDeskMutation('outbox.wake', saying);
  const label = wakeLabel(submission);
  if (label === null) return null;
  const { connectionId, connectionName } = submission;
  return (
    <Tooltip label={`Wakes all that waits for ${connectionName}.`}>
      <Button variant="default" loading={wake.isPending} onClick={() => wake.mutate({ connectionId })}>
        {label}
      </Button>
    </Tooltip>
  );
}

function PauseButton({ submission }: { readonly submission: Submission }) {
  const pause = useDeskMutation('outbox.pause', saying);
  const choice = pauseChoice(submission);
  if (choice === null) return null;
  const { label, says, paused } = choice;
  return (
    <Tooltip label={says} multiline maw={300}>
      <Button
        variant="default"
        aria-description={says}
        loading={pause.isPending}
        onClick={() => pause.mutate({ id: submission.id, paused })}
      >
        {label}
      </Button>
    </Tooltip>
  );
}

/** Takes a submission back to its draft, or says why it can't be. */
export function BackToDraftButton({ submission }: { readonly submission: Submission }) {
  const { id } = submission;
  const withdraw = useDeskMutation('outbox.withdraw', saying);
  const way = wayBack(submission);
  if (way === null) {
    const why = whyNoWayBack(submission);
    return why === '' ? null : (
      <Text size="xs" c="dimmed">
        {why}
      </Text>
    );
  }
  const { label, says, question } = way;
  const take = async (): Promise<void> => {
    if (question === null || (await confirm(question))) withdraw.mutate({ id, confirmed: false });
  };
  return (
    <Tooltip label={says} multiline maw={320}>
      <Button
        variant="default"
        aria-description={says}
        loading={withdraw.isPending}
        onClick={() => void take()}
      >
        {label}
      </Button>
    </Tooltip>
  );
}
