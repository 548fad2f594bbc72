import { Alert, Text } from '@mantine/core';
import { CalendarCheck, CloudOff } from 'lucide-react';
import type { DayCheck, DayPeriod } from '../../shared/outbox/day-check.ts';
import { summaryWords } from '../../shared/outbox/day-check-words.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import { EmptyNotice } from '../ui/empty-notice.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { LoadingRows } from '../ui/loading-rows.tsx';
import { Screen } from '../ui/screen.tsx';
import classes from './day-check.module.css';
import { DayCheckPanel } from './day-check-panel.tsx';
import { DayCheckRun } from './day-check-run.tsx';
import { DayCheckTable } from './day-check-table.tsx';
import { useDayCheckView } from './day-check-view.ts';
import { isOneDay, periodWords, readPeriod } from './period.ts';
import { PeriodPicker } from './period-picker.tsx';

/** Everything that this desk submitted in some days, beside what PIMS has of it. */
export function DayCheckScreen() {
  const [view, change] = useDayCheckView();
  const connections = useDeskQuery('connections.list', {}).data;
  const chosen = connections?.find((connection) => connection.chosen)?.id;
  const connectionId = view.connectionId === undefined ? (chosen ?? null) : view.connectionId;
  const reading = readPeriod(view.choice, new Date(), FIRST_WEEKDAY);
  const period = { ...(reading.ok ? reading.period : noPeriod), connectionId };
  const plan = useDeskQuery('dayCheck.plan', period, { enabled: reading.ok && connections !== undefined });
  return (
    <Screen title="Day check" subtitle={reading.ok && periodWords(reading.period)}>
      <div className={classes.bar}>
        <PeriodPicker
          choice={view.choice}
          problem={reading.ok ? null : reading.problem}
          connections={connections ?? []}
          connectionId={connectionId}
          onChoice={(choice) => change({ choice, picked: null })}
          onConnection={(id) => change({ connectionId: id, picked: null })}
        />
        {reading.ok && plan.data !== undefined && <DayCheckRun period={period} check={plan.data} />}
      </div>
      {reading.ok && plan.isPending && <LoadingRows label="Reading what was submitted" />}
      {plan.error !== null && (
        <ErrorNotice error={plan.error} onRetry={() => void plan.refetch()} retrying={plan.isFetching} />
      )}
      {reading.ok && plan.data !== undefined && (
        <>
          <Stops check={plan.data} period={period} />
          <CheckedOrders
            check={plan.data}
            period={period}
            picked={view.picked}
            onPick={(picked) => change({ picked })}
          />
        </>
      )}
    </Screen>
  );
}

/** As long as the dates are none. */
const noPeriod = { from: '', until: '' };

interface CheckedOrdersProps {
  readonly check: DayCheck;
  readonly period: DayPeriod;
  readonly picked: string | null;
  readonly onPick: (key: string) => void;
}

function CheckedOrders({ check, period, picked, onPick }: CheckedOrdersProps) {
  const selected = check.rows.find(({ key }) => key === picked) ?? check.rows[0];
  if (selected === undefined) {
    return (
      <EmptyNotice icon={<CalendarCheck aria-hidden />} title="Nothing was submitted in this period">
        Choose other days, or another connection.
      </EmptyNotice>
    );
  }
  return (
    <>
      <Text size="sm" className={classes.summary} role="status">
        {summaryWords(check.totals)}
      </Text>
      <DayCheckTable
        rows={check.rows}
        selected={selected.key}
        withConnection={period.connectionId === null}
        ofOneDay={isOneDay(period)}
        onSelect={onPick}
      />
      <DayCheckPanel key={selected.key} row={selected} />
    </>
  );
}

/** Why PIMS was not asked for everything, or can't be asked now. */
function Stops({ check, period }: { readonly check: DayCheck; readonly period: DayPeriod }) {
  const status = useDeskQuery('status.read', {}).data;
  const isOffline =
    status?.reach === 'unreachable' &&
    check.stops.length === 0 &&
    check.requestsLeft > 0 &&
    (period.connectionId === null || period.connectionId === status.connectionId);
  return (
    <>
      {check.stops.map(({ connectionName, error }) => (
        <ErrorNotice
          key={connectionName}
          error={{
            ...error,
            message: `${connectionName}: ${error.message} The rest was not asked for; what was found before still shows.`,
          }}
        />
      ))}
      {isOffline && (
        <Alert
          color="yellow"
          variant="light"
          icon={<CloudOff aria-hidden />}
          title="PIMS can’t be reached now"
          mb="xs"
          flex="none"
        >
          This is what was submitted. What PIMS has of it shows once PIMS can be asked.
        </Alert>
      )}
    </>
  );
}

/** 0 for Sunday to 6, as this machine's language counts; Monday where the system does not say. */
const FIRST_WEEKDAY = firstWeekday();

function firstWeekday(): number {
  // In Chromium, and not yet in the types of the language.
  const locale: Intl.Locale & { getWeekInfo?: () => { firstDay: number } } = new Intl.Locale(
    navigator.language,
  );
  return (locale.getWeekInfo?.().firstDay ?? 1) % 7;
}
