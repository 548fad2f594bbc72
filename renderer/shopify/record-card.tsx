import { Anchor, Badge } from '@mantine/core';
import { addressLines } from '../../shared/fulfilment/fulfilment-words.ts';
import type { ShopifyRecord } from '../../shared/fulfilment/shopify-record.ts';
import { hrefOf, paths } from '../app/routes.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { StageBadge } from '../ui/stage-badge.tsx';
import classes from './shopify.module.css';
import { TrackingNumber } from './tracking-number.tsx';

/** One record of a Shopify order: its stage, its number, its parcels and where they go. */
export function RecordCard({ record }: { readonly record: ShopifyRecord }) {
  const { orderNumber, orderType, trackingNumbers, isDropship, shipTo } = record;
  const address = addressLines(shipTo);
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
        <dt>Ship to</dt>
        <dd className={classes.address}>
          {address.length === 0 ? (
            <span className={classes.dim}>No address</span>
          ) : (
            <>
              <address>
                {address.map((line, index) => (
                  // The lines of one address never change places.
                  <div key={`${index} ${line}`}>{line}</div>
                ))}
                {shipTo.phone !== '' && <div>{shipTo.phone}</div>}
              </address>
              <CopyButton value={address.join('\n')} what="address" />
            </>
          )}
        </dd>
      </dl>
    </div>
  );
}
