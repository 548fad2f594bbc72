import type { OrderQuery } from '../../shared/pims/filters.ts';
import { onConnectionChosen } from '../bridge/connection-change.ts';
import type { FilterForm } from '../filters/filter-form.ts';
import { type GridPlace, startPlace } from '../record-grid/record-grid.tsx';
import { createKeptView } from '../ui/kept-view.ts';

/** What was asked of PIMS last. `quick` keeps what was typed into the quick box. */
export type OrderSearch =
  | { readonly kind: 'recent' }
  | { readonly kind: 'quick'; readonly text: string }
  | { readonly kind: 'query'; readonly query: OrderQuery };

/** All that the Orders screen shows besides the orders. */
export interface OrdersView {
  readonly search: OrderSearch;
  /** Counts the searches: each begins at its first order. */
  readonly searchCount: number;
  /** What stands in the quick box. */
  readonly quick: string;
  readonly builderOpen: boolean;
  /** The filter builder as typed; null until it is opened first. */
  readonly form: FilterForm | null;
}

const keptView = createKeptView<OrdersView>({
  search: { kind: 'recent' },
  searchCount: 0,
  quick: '',
  builderOpen: false,
  form: null,
});
/** Kept while the person is elsewhere. */
export const { useView: useOrdersView } = keptView;

let keptPlace: GridPlace = startPlace;
let keptOrder: readonly string[] = [];

// Another tenant's orders: nothing of the old search is left.
onConnectionChosen(() => {
  keptView.forget();
  keptPlace = startPlace;
  keptOrder = [];
});

/** Where the person was in the results. */
export function keptGridPlace(): GridPlace {
  return keptPlace;
}

export function keepGridPlace(place: GridPlace): void {
  keptPlace = place;
}

/** A new search begins at its first order. */
export function forgetGridPlace(): void {
  keptPlace = startPlace;
}

/** Remembers the order numbers of the results as they stand, for going from order to order. */
export function keepResultOrder(orderNumbers: readonly string[]): void {
  keptOrder = orderNumbers;
}

/** The order numbers of the results, as they stood when the person left them. */
export function resultOrder(): readonly string[] {
  return keptOrder;
}
