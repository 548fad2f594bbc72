import { Button, Group, Progress, Text } from '@mantine/core';
import { Download, SearchCheck } from 'lucide-react';
import { type DayCheck, type DayPeriod, MOST_REQUESTS_UNASKED } from '../../shared/outbox/day-check.ts';
import { useDeskMutation } from '../bridge/use-desk-query.ts';
import { confirm } from '../ui/confirm.tsx';
import { messageOf } from '../ui/error-notice.tsx';
import { notify } from '../ui/notify.tsx';
import { takesFocus } from '../ui/use-kept-focus.ts';
import { When } from '../ui/when.tsx';
import classes from './day-check.module.css';

interface DayCheckRunProps {
  readonly period: DayPeriod;
  readonly check: DayCheck;
}

/** Starts the check, says what it costs, shows how far it is, and stops it; and the export. */
export function DayCheckRun({ period, check }: DayCheckRunProps) {
  const { requests, requestsLeft, running } = check;
  const failed = { onError: (error: Error) => notify('problem', messageOf(error)) };
  const run = useDeskMutation('dayCheck.run', failed);
  const cancel = useDeskMutation('dayCheck.cancel', failed);
  const save = useDeskMutation('dayCheck.export', {
    ...failed,
    onSuccess: ({ savedAs }) => {
      if (savedAs !== null) notify('done', `Saved as ${savedAs}.`);
    },
  });
  const isBegun = requestsLeft < requests;
  const start = async (onlyUnchecked: boolean): Promise<void> => {
    const agreed = onlyUnchecked ? requestsLeft : requests;
    if (agreed > MOST_REQUESTS_UNASKED && !(await confirm(manyQuestion(agreed)))) return;
    run.mutate({ ...period, agreed, onlyUnchecked });
  };

  if (running !== null) {
    return (
      <Group key="running" gap="sm" className={classes.run}>
        <Progress
          value={running.of === 0 ? 100 : (running.done / running.of) * 100}
          w={160}
          size={8}
          aria-label="Orders asked for"
          transitionDuration={0}
        />
        <Text size="sm" role="status">
          {running.done} of {running.of} orders asked for
          {running.pausedUntil !== null && (
            <>
              ; PIMS asks for a pause, goes on <When iso={running.pausedUntil} />
            </>
          )}
        </Text>
        <Button
          variant="default"
          loading={cancel.isPending}
          onClick={() => cancel.mutate({})}
          {...takesFocus}
        >
          Cancel
        </Button>
      </Group>
    );
  }
  return (
    <Group key="idle" gap="xs" className={classes.run}>
      {isBegun && requestsLeft > 0 && (
        <Button
          leftSection={<SearchCheck size={14} aria-hidden />}
          loading={run.isPending}
          onClick={() => void start(true)}
          {...takesFocus}
        >
          Check the rest ({requestWords(requestsLeft)})
        </Button>
      )}
      <Button
        variant={isBegun ? 'default' : 'filled'}
        leftSection={isBegun ? undefined : <SearchCheck size={14} aria-hidden />}
        disabled={requests === 0}
        loading={run.isPending}
        onClick={() => void start(false)}
        {...takesFocus}
      >
        {isBegun ? 'Check all again' : 'Check against PIMS'} ({requestWords(requests)})
      </Button>
      <Button
        variant="default"
        leftSection={<Download size={14} aria-hidden />}
        disabled={check.rows.length === 0}
        loading={save.isPending}
        onClick={() => save.mutate(period)}
      >
        Export CSV
      </Button>
    </Group>
  );
}

function requestWords(requests: number): string {
  return requests === 1 ? '1 request' : `${requests.toLocaleString()} requests`;
}

function manyQuestion(requests: number) {
  return {
    title: `Send ${requestWords(requests)} to PIMS?`,
    text: 'PIMS counts each of them in this month’s bill. A shorter period takes fewer. You can cancel while it runs; what was checked by then stays.',
    confirm: `Send ${requestWords(requests)}`,
  };
}
