import type { OrderQuery } from '../../shared/pims/filters.ts';

/** Matches nothing: the cheapest way to ask whether PIMS answers. A metered call like any other. */
export const probeQuery: OrderQuery = {
  filters: [{ field: 'ORDER_NUMBER', value: '0', contains: false, conjunction: 'AND' }],
  maxReturn: 1,
};
