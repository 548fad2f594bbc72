import { Anchor } from '@mantine/core';
import type { MouseEvent } from 'react';
import type { Submission } from '../../../shared/outbox/submission.ts';
import { hrefOf, paths } from '../../app/routes.ts';
import { useGoToOn } from '../go-to-on.ts';

/**
 * The order that a submission became, or nothing while PIMS has given no number. It is no tab stop: with the keys,
 * Enter on the row opens the order.
 */
export function OrderLink({ orderNumber, connectionId }: Pick<Submission, 'orderNumber' | 'connectionId'>) {
  const goToOn = useGoToOn();
  if (orderNumber === null) return null;
  const path = paths.order(orderNumber);
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    void goToOn(connectionId, path);
  };
  return (
    <Anchor
      href={hrefOf(path)}
      onClick={open}
      size="sm"
      tabIndex={-1}
      aria-label={`Open order ${orderNumber}`}
    >
      {orderNumber}
    </Anchor>
  );
}
