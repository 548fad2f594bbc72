import { AppShell, Button, Tooltip } from '@mantine/core';
import { Circle, CircleCheck, CloudOff, Pause } from 'lucide-react';
import { outboxWords } from '../../shared/outbox/outbox-words.ts';
import type { DeskStatus } from '../../shared/status.ts';
import { monthlyCost, pricing } from '../../shared/usage/pricing.ts';
import { useDeskMutation, useDeskQuery } from '../bridge/use-desk-query.ts';
import { pausedConnections, pausedWords } from '../outbox/pausing/pausing.ts';
import { messageOf } from '../ui/error-notice.tsx';
import { notify } from '../ui/notify.tsx';
import { useChosenConnection } from './chosen-connection.ts';
import { hrefOf, paths } from './routes.ts';
import classes from './status-bar.module.css';

const figures = new Intl.NumberFormat();
const dollars = new Intl.NumberFormat(undefined, { style: 'currency', currency: 'USD' });

/** The bottom line: is PIMS there, what waits in the outbox, and what this month costs. */
export function StatusBar() {
  const status = useDeskQuery('status.read', {}).data;
  const version = useDeskQuery('app.info', {}).data?.version;
  return (
    <AppShell.Footer className={classes.bar}>
      {status !== undefined && <Reach status={status} />}
      <a href={hrefOf(paths.outbox())} className={classes.outbox}>
        Outbox{status !== undefined && `: ${outboxWords(status.outbox)}`}
      </a>
      <Paused />
      <span className={classes.rest} />
      {status !== undefined && <Usage status={status} />}
      {version !== undefined && <span>Version {version}</span>}
    </AppShell.Footer>
  );
}

/** For as long as a person has paused the sending of a connection. */
function Paused() {
  const connections = useDeskQuery('connections.list', {}).data ?? [];
  const words = pausedWords(pausedConnections(connections), connections.length);
  if (words === '') return null;
  return (
    <a href={hrefOf(paths.outbox())} className={classes.paused} title={words}>
      <Pause size={13} aria-hidden />
      <span className={classes.words}>{words}</span>
    </a>
  );
}

function Reach({ status }: { readonly status: DeskStatus }) {
  const tryNow = useDeskMutation('status.tryNow', {
    onError: (error) => notify('problem', messageOf(error)),
  });
  const { reach, reachProblem } = status;
  return (
    <div className={classes.reach}>
      <span role="status" className={classes.state} data-reach={reach} title={reachProblem}>
        <ReachIcon reach={reach} />
        <span className={classes.words}>
          {reachWords(reach)}
          {reach === 'unreachable' && reachProblem !== '' && `: ${reachProblem}`}
        </span>
      </span>
      {reach !== 'reachable' && (
        <Tooltip label="Asks PIMS for one record and wakes the outbox. Counts as one request.">
          <Button
            size="compact-xs"
            variant="default"
            className={classes.try}
            loading={tryNow.isPending}
            onClick={() => tryNow.mutate({})}
          >
            Try now
          </Button>
        </Tooltip>
      )}
    </div>
  );
}

function ReachIcon({ reach }: { readonly reach: DeskStatus['reach'] }) {
  switch (reach) {
    case 'reachable':
      return <CircleCheck size={13} aria-hidden />;
    case 'unreachable':
      return <CloudOff size={13} aria-hidden />;
    case 'unknown':
      return <Circle size={13} aria-hidden />;
  }
}

function reachWords(reach: DeskStatus['reach']): string {
  switch (reach) {
    case 'reachable':
      return 'Online';
    case 'unreachable':
      return 'Offline';
    case 'unknown':
      return 'Not known if PIMS is there';
  }
}

function Usage({ status }: { readonly status: DeskStatus }) {
  const practice = useChosenConnection()?.kind === 'practice';
  const { requests, month } = status.usage;
  const counted = requests === 1 ? '1 request' : `${figures.format(requests)} requests`;
  if (practice) {
    return <span className={classes.figures}>{counted} this month; practice requests cost nothing</span>;
  }
  const bill = `${monthName(month)}: ${dollars.format(Number(monthlyCost(requests)))} at most, ${figures.format(
    pricing.includedRequests,
  )} requests included. Requests whose outcome is not known are counted too.`;
  return (
    <Tooltip label={bill} multiline maw={340}>
      {/* A button, so that the bill can be read without a mouse. */}
      <button type="button" className={classes.usage} aria-description={bill}>
        {counted} of {figures.format(pricing.includedRequests)} this month
      </button>
    </Tooltip>
  );
}

/** "November 2025" for `2025-11`. */
function monthName(month: string): string {
  const at = Date.parse(`${month}-15T12:00:00Z`);
  return Number.isNaN(at)
    ? month
    : new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric' }).format(at);
}
