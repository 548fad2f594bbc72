import { Text } from '@mantine/core';
import { queryWords } from '../../shared/orders/query-words.ts';
import type { OrderQuery } from '../../shared/pims/filters.ts';
import { When } from '../ui/when.tsx';
import type { OrderSearch } from './orders-view.ts';

interface ResultWordsProps {
  readonly search: OrderSearch;
  readonly query: OrderQuery;
  readonly count: number;
  readonly readAt: string;
}

const figures = new Intl.NumberFormat();

/** "120 orders, read 2 min. ago", what they are, and whether there may be more. */
export function ResultWords({ search, query, count, readAt }: ResultWordsProps) {
  return (
    <Text component="div" size="sm" c="dimmed" mt={6} role="status">
      {figures.format(count)} {count === 1 ? 'order' : 'orders'}, read <When iso={readAt} />.{' '}
      {searchWords(search)}
      {count >= query.maxReturn && (
        <strong> There may be more: PIMS returned the first {figures.format(query.maxReturn)}.</strong>
      )}
    </Text>
  );
}

function searchWords(search: OrderSearch): string {
  switch (search.kind) {
    case 'recent':
      return 'No filters, in the order in which PIMS gives them.';
    case 'quick':
      return `Order number or reference is “${search.text}”.`;
    case 'query':
      return `${queryWords(search.query)}.`;
  }
}
