import { ActionIcon, Tooltip } from '@mantine/core';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { type OrderNumber, orderNumberSchema } from '../../shared/ids.ts';
import { paths, useGoTo } from '../app/routes.ts';
import { resultOrder } from '../orders/orders-view.ts';
import classes from './order.module.css';

/** Goes to the order above or below in the results that the person came from. */
export function NeighbourButtons({ orderNumber }: { readonly orderNumber: OrderNumber }) {
  const goTo = useGoTo();
  const order = resultOrder();
  const at = order.indexOf(orderNumber);
  const go = (by: number): void => {
    const number = orderNumberSchema.safeParse(at < 0 ? undefined : order[at + by]);
    // The way back leads to the results, not through all orders on the way.
    if (number.success) goTo(paths.order(number.data), { replace: true });
  };

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    go(event.key === 'ArrowUp' ? -1 : 1);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  if (at < 0 || order.length === 1) return null;
  return (
    <>
      <span className={classes.position}>
        {at + 1} of {order.length}
      </span>
      <Tooltip label="Previous order in the results (Alt+Up)">
        <ActionIcon
          variant="default"
          aria-label="Previous order in the results"
          disabled={at === 0}
          onClick={() => go(-1)}
        >
          <ChevronUp size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Next order in the results (Alt+Down)">
        <ActionIcon
          variant="default"
          aria-label="Next order in the results"
          disabled={at === order.length - 1}
          onClick={() => go(1)}
        >
          <ChevronDown size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
