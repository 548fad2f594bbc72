import { useState } from 'react';
import type { OrderQuery } from '../../shared/pims/filters.ts';
import type { ColumnWidths } from '../../shared/preferences/preferences.ts';
import { onConnectionChosen } from '../bridge/connection-change.ts';
import type { FilterForm } from '../filters/filter-form.ts';
import { type GridPlace, startPlace } from '../record-grid/record-grid.tsx';
import type { GridSort } from '../record-grid/sorted-rows.ts';

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

const startView: CustomersView = {
  text: '',
  query: null,
  builderOpen: false,
  form: null,
  sort: null,
  widths: {},
};

/* Kept here, not in the screen: going to a customer and back finds everything as it was left. */
let keptView = startView;
let keptPlace: GridPlace = startPlace;

// Another tenant's customers: nothing of the old search is left.
onConnectionChosen(() => {
  keptView = startView;
  keptPlace = startPlace;
});

/** The view, and a function that changes parts of it. */
export function useCustomersView(): readonly [CustomersView, (change: Partial<CustomersView>) => void] {
  const [view, setView] = useState(keptView);
  return [
    view,
    (change) => {
      keptView = { ...keptView, ...change };
      setView(keptView);
    },
  ];
}

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
