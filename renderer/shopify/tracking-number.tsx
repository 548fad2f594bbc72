import { Anchor } from '@mantine/core';
import { ExternalLink } from 'lucide-react';
import { trackingPage } from '../../shared/fulfilment/carriers.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import classes from './shopify.module.css';

/** Opens the carrier's page of the parcel in the browser where the number's form tells the carrier; copies it in any case. */
export function TrackingNumber({ number }: { readonly number: string }) {
  const page = trackingPage(number);
  return (
    <div className={classes.tracking}>
      {page === null ? (
        <span>{number}</span>
      ) : (
        <Anchor
          href={page.address}
          target="_blank"
          rel="noreferrer"
          size="sm"
          className={classes.parcel}
          aria-label={`Track ${number} at ${page.carrier}, in the browser`}
        >
          {number} <ExternalLink size={12} aria-hidden />
        </Anchor>
      )}
      {page !== null && <span className={classes.carrier}>{page.carrier}</span>}
      <CopyButton value={number} what={`tracking number ${number}`} />
    </div>
  );
}
