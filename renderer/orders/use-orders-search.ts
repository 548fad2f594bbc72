import { keepPreviousData, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { orderNumberSchema } from '../../shared/ids.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import { type OrderQuery, quickQuery } from '../../shared/pims/filters.ts';
import { paths, useGoTo } from '../app/routes.ts';
import { deskKey } from '../bridge/query-client.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import type { GridRow } from '../record-grid/sorted-rows.ts';
import { forgetGridPlace, type OrderSearch } from './orders-view.ts';

/** Long enough to come back from an order to the same results. */
const KEPT_MS = 60 * 60_000;

/** The query that a search asks PIMS. */
export function queryOf(search: OrderSearch, maxReturn: number): OrderQuery {
  switch (search.kind) {
    case 'recent':
      return { filters: [], maxReturn };
    case 'quick':
      return quickQuery(search.text);
    case 'query':
      return search.query;
  }
}

/** The orders of a search. The ones before stay until they are there. */
export function useOrdersSearch(search: OrderSearch, maxReturn: number) {
  const client = useQueryClient();
  const goTo = useGoTo();
  const query = useMemo(() => queryOf(search, maxReturn), [search, maxReturn]);
  const result = useDeskQuery('orders.query', query, { gcTime: KEPT_MS, placeholderData: keepPreviousData });
  const orders = result.data?.orders;
  const rows = useMemo(() => (orders ?? []).map(toRow), [orders]);

  // A number typed in full opens its order as soon as that is the only hit.
  const opensSingle = useRef(false);
  const arrived = result.isSuccess && !result.isPlaceholderData && !result.isFetching;
  const openSingle = useEffectEvent((): void => {
    if (!opensSingle.current) return;
    opensSingle.current = false;
    const number = orderNumberSchema.safeParse(orders?.[0]?.ORDER_NUMBER);
    if (orders?.length === 1 && number.success) goTo(paths.order(number.data));
  });
  useEffect(() => {
    if (!arrived) return;
    // User timing, for developer tools and the bench: effects of an arrival run once its rows are drawn.
    performance.mark('orders-shown');
    openSingle();
  }, [arrived]);

  /** Makes ready for a search that a person asked for: what is known of it is asked again, since it may have changed. */
  const begin = (next: OrderSearch, options: { openSingle: boolean }): void => {
    opensSingle.current = options.openSingle;
    forgetGridPlace();
    const key = deskKey('orders.query', queryOf(next, maxReturn));
    if (client.getQueryData(key) !== undefined) void client.refetchQueries({ queryKey: key, exact: true });
  };

  return { query, result, rows, begin };
}

/** An order without a number can't be told from another by anything but its place. */
function toRow(fields: PimsFields, index: number): GridRow {
  return { id: fields.ORDER_NUMBER || `row ${index}`, fields };
}
