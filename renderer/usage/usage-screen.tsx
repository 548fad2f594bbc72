import { Select, Text, Title } from '@mantine/core';
import { keepPreviousData } from '@tanstack/react-query';
import { ChartColumn } from 'lucide-react';
import { useState } from 'react';
import type { UsageMonth } from '../../shared/usage/usage-month.ts';
import { useChosenConnection } from '../app/chosen-connection.ts';
import { usePrices } from '../app/preferences.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import { EmptyNotice } from '../ui/empty-notice.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { LoadingRows } from '../ui/loading-rows.tsx';
import { Screen } from '../ui/screen.tsx';
import { monthWords } from '../ui/time.ts';
import { DayChart } from './day-chart.tsx';
import { PriceSection } from './price-section.tsx';
import classes from './usage.module.css';
import { UsageFigures } from './usage-figures.tsx';
import { DayTable, EndpointTable, PurposeTable } from './usage-tables.tsx';

/** How many requests this desk has made through the chosen connection, and what they cost. */
export function UsageScreen() {
  const status = useDeskQuery('status.read', {});
  const connection = useChosenConnection();
  const [picked, setPicked] = useState<string | null>(null);
  const present = status.data?.usage.month;
  const month = picked ?? present;
  const usage = useDeskQuery(
    'usage.month',
    status.data === undefined || month === undefined
      ? null
      : { connectionId: status.data.connectionId, month },
    // Another month takes the place of the one shown without a flicker.
    { placeholderData: keepPreviousData },
  );
  const error = status.error ?? usage.error;
  const months = usage.data?.months ?? (month === undefined ? [] : [month]);
  return (
    <Screen
      title="Usage and cost"
      subtitle={connection?.name}
      body="page"
      actions={
        month !== undefined && (
          <Select
            aria-label="Month"
            w={180}
            allowDeselect={false}
            data={months.map((value) => ({ value, label: monthWords(value) }))}
            value={month}
            onChange={(value) => setPicked(value === present ? null : value)}
          />
        )
      }
    >
      {error !== null && (
        <ErrorNotice
          error={error}
          onRetry={() => void (status.error === null ? usage.refetch() : status.refetch())}
          retrying={status.isFetching || usage.isFetching}
        />
      )}
      {error === null && usage.data === undefined && <LoadingRows label="Reading the usage" />}
      {usage.data !== undefined && <Month usage={usage.data} isPractice={connection?.kind === 'practice'} />}
    </Screen>
  );
}

function Month({ usage, isPractice }: { readonly usage: UsageMonth; readonly isPractice: boolean }) {
  const prices = usePrices();
  return (
    <div className={classes.page}>
      {usage.requests === 0 ? (
        <EmptyNotice icon={<ChartColumn aria-hidden />} title={`No requests in ${monthWords(usage.month)}`}>
          Each search, each order that is opened and each line that is sent counts as one.
        </EmptyNotice>
      ) : (
        <>
          <UsageFigures usage={usage} prices={isPractice ? null : prices} />
          <section aria-labelledby="days-title">
            <Title id="days-title" order={2} size="h3" className={classes.heading}>
              By day
            </Title>
            <div className={classes.days}>
              <DayChart usage={usage} />
              <DayTable usage={usage} />
            </div>
          </section>
          <div className={classes.pair}>
            <section aria-labelledby="purposes-title">
              <Title id="purposes-title" order={2} size="h3" className={classes.heading}>
                By what they were made for
              </Title>
              <PurposeTable usage={usage} />
            </section>
            <section aria-labelledby="endpoints-title">
              <Title id="endpoints-title" order={2} size="h3" className={classes.heading}>
                By what was asked
              </Title>
              <EndpointTable usage={usage} />
            </section>
          </div>
        </>
      )}
      {!isPractice && <PriceSection />}
      <Text size="sm" c="dimmed" maw={760}>
        Only the requests of this computer are counted, also those whose outcome is not known. What other
        computers and programs send with the same API plan is billed on top. Days and months are those of UTC.
      </Text>
    </div>
  );
}
