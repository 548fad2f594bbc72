import type { LineProgress } from '../../shared/orders/line-progress.ts';
import classes from './order.module.css';

/** How many of a line were shipped; one that is partly shipped stands out. */
export function ShippedCell({ progress }: { readonly progress: LineProgress }) {
  const { state, shipped, quantity } = progress;
  switch (state) {
    case 'part':
      return (
        <span className={classes.part}>
          {shipped} of {quantity}
        </span>
      );
    case 'all':
      return <span className={classes.all}>{shipped}</span>;
    case 'none':
    case 'unknown':
      return <span>{shipped}</span>;
  }
}
