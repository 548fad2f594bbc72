import { Anchor, Badge } from '@mantine/core';
import type { ShopifyRecord } from '../../shared/fulfilment/shopify-record.ts';
import { hrefOf, paths } from '../app/routes.ts';
import { StageBadge } from '../ui/stage-badge.tsx';
import { ShipToAddress } from './ship-to-address.tsx';
import classes from './shopify.module.css';
import { TrackingNumber } from './tracking-number.tsx';

interface RecordCardProps {
  readonly record: ShopifyRecord;
  /** False where one address is that of all records, and stands elsewhere. */
  readonly withAddress: boolean;
}

/** One record of a Shopify order: its stage, its number, its parcels and where they go. */
export function RecordCard({ record, withAddress }: RecordCardProps) {
  const { orderNumber, orderType, trackingNumbers, isDropship, shipTo } = record;
  return (
    <div className={classes.card}>
      <div className={classes.cardHead}>
        <StageBadge raw={orderType || 'Kind not given'} />
        {orderNumber === null ? (
          <span className={classes.dim}>No order number yet</span>
        ) : (
          <Anchor href={hrefOf(paths.order(orderNumber))} size="sm" aria-label={`Open order ${orderNumber}`}>
            {orderNumber}
          </Anchor>
        )}
        {isDropship && (
          <Badge variant="light" color="grape">
            Dropship
          </Badge>
        )}
      </div>
      <dl className={classes.facts}>
        <dt>Tracking</dt>
        <dd>
          {trackingNumbers.length === 0 ? (
            <span className={classes.dim}>None</span>
          ) : (
            trackingNumbers.map((number) => <TrackingNumber key={number} number={number} />)
          )}
        </dd>
        {withAddress && (
          <>
            <dt>Ship to</dt>
            <dd>
              <ShipToAddress shipTo={shipTo} />
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}
