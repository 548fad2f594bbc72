import { AppShell, Button, Tooltip } from '@mantine/core';
import { Circle, CircleCheck, CloudOff, Pause, TriangleAlert } from 'lucide-react';
import { outboxWords } from '../../shared/outbox/outbox-words.ts';
import type { DeskStatus } from '../../shared/status.ts';
import { percentOfIncluded, warningLevel } from '../../shared/usage/warnings.ts';
import { useDeskMutation, useDeskQuery } from '../bridge/use-desk-query.ts';
import { pausedConnections, pausedWords } from '../outbox/pausing/pausing.ts';
import { messageOf } from '../ui/error-notice.tsx';
import { notify } from '../ui/notify.tsx';
import { billWords, figures, requestWords, shareWords } from '../usage/usage-words.ts';
import { useChosenConnection } from './chosen-connection.ts';
import { usePrices } from './preferences.ts';
import { hrefOf, paths } from './routes.ts';
import classes from './status-bar.module.css';

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

/** Leads to the page that tells more. */
function Usage({ status }: { readonly status: DeskStatus }) {
  const practice = useChosenConnection()?.kind === 'practice';
  const prices = usePrices();
  const { requests } = status.usage;
  if (practice) {
    return (
      <a href={hrefOf(paths.usage())} className={classes.usage}>
        {requestWords(requests)} this month; practice requests cost nothing
      </a>
    );
  }
  const level = warningLevel(requests, prices.includedRequests);
  const bill = billWords(status.usage, prices);
  return (
    <Tooltip label={bill} multiline maw={340}>
      <a href={hrefOf(paths.usage())} className={classes.usage} data-level={level} aria-description={bill}>
        {level !== null && <TriangleAlert size={13} aria-hidden />}
        {requestWords(requests)} of {figures.format(prices.includedRequests)} this month
        {level !== null && ` (${shareWords(percentOfIncluded(requests, prices.includedRequests) / 100)})`}
      </a>
    </Tooltip>
  );
}
