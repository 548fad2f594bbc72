import { TriangleAlert } from 'lucide-react';
import { stateWords } from '../../shared/fulfilment/fulfilment-words.ts';
import type { FulfilmentState } from '../../shared/fulfilment/order-state.ts';
import classes from './shopify.module.css';

/** How far a part or an order is, in words; the colour only repeats them. */
export function StateLabel({ state }: { readonly state: FulfilmentState }) {
  return (
    <span className={classes.state} data-state={state}>
      {stateWords(state)}
    </span>
  );
}

/** Beside the state of an order of which something deserves a second look; the order says what. */
export function DoubtMark() {
  return (
    <TriangleAlert size={14} className={classes.doubtIcon} aria-label="Needs a second look" role="img" />
  );
}
