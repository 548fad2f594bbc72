import { Alert, Badge, Button, Switch, Text, Title } from '@mantine/core';
import { PackageSearch, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import {
  addressLines,
  isDoubtful,
  recordDoubts,
  sumWords,
} from '../../shared/fulfilment/fulfilment-words.ts';
import { stateOf, totalsOf } from '../../shared/fulfilment/order-state.ts';
import { sumParts } from '../../shared/fulfilment/part-sums.ts';
import type { ShipTo, ShopifyOrder, ShopifyRecord } from '../../shared/fulfilment/shopify-record.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { EmptyNotice } from '../ui/empty-notice.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { LoadingRows } from '../ui/loading-rows.tsx';
import { takesFocus } from '../ui/use-kept-focus.ts';
import { When } from '../ui/when.tsx';
import { PartTable } from './part-table.tsx';
import { RecordCard } from './record-card.tsx';
import { ShipToAddress } from './ship-to-address.tsx';
import classes from './shopify.module.css';
import { DoubtMark, StateLabel } from './state-label.tsx';
import { Timeline } from './timeline.tsx';
import { lookupStore } from './use-lookup.ts';

interface OrderDetailsProps {
  readonly number: string;
  readonly order: ShopifyOrder | undefined;
  readonly isAwaited: boolean;
}

/** One Shopify order, or why there is nothing to show of it. */
export function OrderDetails({ number, order, isAwaited }: OrderDetailsProps) {
  const lookUp = (wanted: string): void => void lookupStore.lookUpAlso([wanted]);
  return (
    <section className={classes.details} aria-label={`Shopify order ${number}`}>
      {content()}
    </section>
  );

  function content() {
    if (isAwaited) return <LoadingRows label={`Looking up Shopify order ${number}`} rows={10} />;
    if (order === undefined) {
      return (
        <EmptyNotice
          icon={<PackageSearch aria-hidden />}
          title={`${number} was not looked up`}
          actions={
            <Button onClick={() => lookUp(number)} {...takesFocus}>
              Look it up
            </Button>
          }
        >
          PIMS was not asked for it.
        </EmptyNotice>
      );
    }
    const { answer } = order;
    if (answer.kind === 'not-read') {
      return <ErrorNotice error={answer.error} onRetry={() => lookUp(number)} />;
    }
    if (answer.records.length === 0) return <NotFound number={number} onLookUp={lookUp} />;
    return <Found number={number} records={answer.records} readAt={answer.readAt} />;
  }
}

interface NotFoundProps {
  readonly number: string;
  readonly onLookUp: (number: string) => void;
}

/** PIMS finds a number only in the very form in which it is stored. */
function NotFound({ number, onLookUp }: NotFoundProps) {
  const bare = number.replace(/^#/, '');
  const other = bare === number ? `#${number}` : bare;
  return (
    <EmptyNotice
      icon={<PackageSearch aria-hidden />}
      title={`PIMS has no record of ${number}`}
      actions={
        <Button variant="default" onClick={() => onLookUp(other)} {...takesFocus}>
          Look for {other} (1 request)
        </Button>
      }
    >
      It may not have arrived from Shopify yet, or be stored in another form.
    </EmptyNotice>
  );
}

interface FoundProps {
  readonly number: string;
  readonly records: readonly ShopifyRecord[];
  readonly readAt: string;
}

function Found({ number, records, readAt }: FoundProps) {
  const [isRawShown, setRawShown] = useState(false);
  const sums = sumParts(records);
  const doubts = recordDoubts(records, sums);
  const commonAddress = addressOfAll(records);
  return (
    <>
      <div className={classes.summary}>
        <Title order={2} size="h3">
          {number}
        </Title>
        <CopyButton value={number} what="Shopify order number" />
        <span>
          <StateLabel state={stateOf(totalsOf(sums))} />
          {isDoubtful(records, sums) && <DoubtMark />}
        </span>
        {records.some(({ isDropship }) => isDropship) && (
          <Badge variant="light" color="grape">
            Dropship
          </Badge>
        )}
        <Text size="sm" role="status" className={classes.sums}>
          {sums.parts.length === 0 ? 'No goods on its records.' : sumWords(sums)}
        </Text>
        <Text size="sm" c="dimmed">
          Read <When iso={readAt} />
        </Text>
      </div>
      {doubts.length > 0 && (
        <Alert color="yellow" variant="light" icon={<TriangleAlert aria-hidden />} mb="xs" py={6} flex="none">
          {doubts.map((sentence) => (
            <Text key={sentence} size="sm">
              {sentence}
            </Text>
          ))}
        </Alert>
      )}
      <div className={classes.columns}>
        <div className={classes.parts}>
          <div className={classes.heading}>
            <Title order={3} size="h4">
              Parts
            </Title>
            <Switch
              label="What PIMS has, record by record"
              checked={isRawShown}
              onChange={({ currentTarget }) => setRawShown(currentTarget.checked)}
            />
          </div>
          <PartTable sums={sums} records={records} isRawShown={isRawShown} />
        </div>
        <div className={classes.side}>
          <div>
            <Title order={3} size="h4" className={classes.heading}>
              {records.length === 1 ? 'Record in PIMS' : `${records.length} records in PIMS`}
            </Title>
            {records.map((record, index) => (
              // The records of one answer never change places.
              <RecordCard
                key={`${index} ${record.orderNumber}`}
                record={record}
                withAddress={commonAddress === null}
              />
            ))}
          </div>
          {commonAddress !== null && (
            <div>
              <Title order={3} size="h4" className={classes.heading}>
                Ship to
              </Title>
              <ShipToAddress shipTo={commonAddress} />
            </div>
          )}
          <div>
            <Title order={3} size="h4" className={classes.heading}>
              Timeline
            </Title>
            <Timeline records={records} />
          </div>
        </div>
      </div>
    </>
  );
}

/** Where everything goes; null when the records differ in it, and each has to say. */
function addressOfAll(records: readonly ShopifyRecord[]): ShipTo | null {
  const text = ({ shipTo }: ShopifyRecord) => [...addressLines(shipTo), shipTo.phone].join('\n');
  const [first, ...others] = records;
  return first !== undefined && others.every((other) => text(other) === text(first)) ? first.shipTo : null;
}
