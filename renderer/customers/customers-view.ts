import type { OrderQuery } from '../../shared/pims/filters.ts';
import type { ColumnWidths } from '../../shared/preferences/preferences.ts';
import { onConnectionChosen } from '../bridge/connection-change.ts';
import type { FilterForm } from '../filters/filter-form.ts';
import { type GridPlace, startPlace } from '../record-grid/record-grid.tsx';
import type { GridSort } from '../record-grid/sorted-rows.ts';
import { createKeptView } from '../ui/kept-view.ts';

/** All that the Customers screen shows besides the customers. */
export interface CustomersView {
  /** What stands in the search box. */
  readonly text: string;
  /** What the filters asked last; null while the search box decides. */
  readonly query: OrderQuery | null;
  readonly builderOpen: boolean;
  /** The filter builder as typed; null until it is opened first. */
  readonly form: FilterForm | null;
  readonly sort: GridSort | null;
  readonly widths: ColumnWidths;
}

const keptView = createKeptView<CustomersView>({
  text: '',
  query: null,
  builderOpen: false,
  form: null,
  sort: null,
  widths: {},
});
/** Kept while the person is elsewhere. */
export const { useView: useCustomersView } = keptView;

let keptPlace: GridPlace = startPlace;

// Another tenant's customers: nothing of the old search is left.
onConnectionChosen(() => {
  keptView.forget();
  keptPlace = startPlace;
});

/** Where the person was in the results. */
export function keptCustomerPlace(): GridPlace {
  return keptPlace;
}

export function keepCustomerPlace(place: GridPlace): void {
  keptPlace = place;
}

/** A new search begins at its first customer. */
export function forgetCustomerPlace(): void {
  keptPlace = startPlace;
}
