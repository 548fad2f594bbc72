import type { Filter, OrderQuery } from '../pims/filters.ts';

/**
 * A query in words, such as `CUSTOMER_CODE is “M-1000”, and of these BCITY contains “bloom”`. PIMS combines
 * filters in order of appearance (pims-orders: Query a list of orders); the words say so.
 */
export function queryWords(query: OrderQuery): string {
  if (query.filters.length === 0) return 'All orders';
  return query.filters.map((filter, index) => `${joint(filter, index)}${condition(filter)}`).join('');
}

function joint(filter: Filter, index: number): string {
  if (index === 0) return '';
  return filter.conjunction === 'AND' ? ', and of these ' : ', or else ';
}

function condition({ field, contains, value }: Filter): string {
  if (value === '') return contains ? `${field} is anything` : `${field} is empty`;
  return `${field} ${contains ? 'contains' : 'is'} “${value}”`;
}
