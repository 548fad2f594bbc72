import { type KeyboardEvent, useRef } from 'react';
import { isDoubtful, orderWords } from '../../shared/fulfilment/fulfilment-words.ts';
import { stateOf, totalsOf } from '../../shared/fulfilment/order-state.ts';
import { sumParts } from '../../shared/fulfilment/part-sums.ts';
import type { ShopifyOrder } from '../../shared/fulfilment/shopify-record.ts';
import { figure } from '../../shared/outbox/day-check-words.ts';
import tableClasses from '../ui/data-table.module.css';
import { rowByKey } from '../ui/row-keys.ts';
import type { Lookup } from './lookup-store.ts';
import classes from './shopify.module.css';
import { DoubtMark, StateLabel } from './state-label.tsx';
import { lookupStore } from './use-lookup.ts';

interface OrderListProps {
  readonly lookup: Lookup;
  readonly picked: string;
}

/** The numbers that were looked up. The arrow keys move the selection; the order beside the list follows. */
export function OrderList({ lookup, picked }: OrderListProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const { numbers, orders, awaited } = lookup;

  const onKeyDown = (event: KeyboardEvent): void => {
    const index = rowByKey(event.key, numbers.indexOf(picked), numbers.length);
    const next = index === undefined ? undefined : numbers[index];
    if (next === undefined) return;
    event.preventDefault();
    lookupStore.pick(next);
    body.current?.querySelector<HTMLElement>(`[data-lookup-row="${index}"]`)?.focus();
  };

  return (
    <div className={classes.list}>
      <table className={tableClasses.table} aria-label="Shopify orders">
        <thead>
          <tr>
            <th scope="col">Shopify order</th>
            <th scope="col">State</th>
            <th scope="col" className={tableClasses.figure}>
              To come
            </th>
          </tr>
        </thead>
        {/* The selected row is the one tab stop. */}
        <tbody ref={body} onKeyDown={onKeyDown}>
          {numbers.map((number, index) => (
            <tr
              key={number}
              data-lookup-row={index}
              aria-selected={number === picked}
              tabIndex={number === picked ? 0 : -1}
              onClick={() => lookupStore.pick(number)}
              onFocus={() => lookupStore.pick(number)}
            >
              <td>{number}</td>
              <Cells order={orders.get(number)} isAwaited={awaited.has(number)} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellsProps {
  readonly order: ShopifyOrder | undefined;
  readonly isAwaited: boolean;
}

function Cells({ order, isAwaited }: CellsProps) {
  if (order === undefined || order.answer.kind === 'not-read' || order.answer.records.length === 0) {
    const words = order === undefined ? (isAwaited ? 'Looking it up…' : 'Not looked up') : orderWords(order);
    return (
      <>
        <td className={classes.dim}>{words}</td>
        <td />
      </>
    );
  }
  const sums = sumParts(order.answer.records);
  const totals = totalsOf(sums);
  return (
    <>
      <td>
        <StateLabel state={stateOf(totals)} />
        {isDoubtful(order.answer.records, sums) && <DoubtMark />}
      </td>
      <td className={tableClasses.figure}>{figure(totals.toCome)}</td>
    </>
  );
}
