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
