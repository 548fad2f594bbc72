import { addressLines } from '../../shared/fulfilment/fulfilment-words.ts';
import type { ShipTo } from '../../shared/fulfilment/shopify-record.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import classes from './shopify.module.css';

/** Where goods go to, as on a parcel, to be copied. */
export function ShipToAddress({ shipTo }: { readonly shipTo: ShipTo }) {
  const lines = addressLines(shipTo);
  if (lines.length === 0) return <span className={classes.dim}>No address</span>;
  return (
    <div className={classes.address}>
      <address>
        {lines.map((line, index) => (
          // The lines of one address never change places.
          <div key={`${index} ${line}`}>{line}</div>
        ))}
        {shipTo.phone !== '' && <div>{shipTo.phone}</div>}
      </address>
      <CopyButton value={lines.join('\n')} what="address" />
    </div>
  );
}
