import { Button } from '@mantine/core';
import { Search, SearchX } from 'lucide-react';
import { orderNumberSchema } from '../../shared/ids.ts';
import type { ColumnWidths } from '../../shared/preferences/preferences.ts';
import { useChangePreferences } from '../app/preferences.ts';
import { hrefOf, paths, useGoTo } from '../app/routes.ts';
import { RecordGrid } from '../record-grid/record-grid.tsx';
import classes from '../record-grid/record-screen.module.css';
import type { GridRow, GridSort } from '../record-grid/sorted-rows.ts';
import { EmptyNotice } from '../ui/empty-notice.tsx';
import { StageBadge } from '../ui/stage-badge.tsx';
import { keepGridPlace, keepResultOrder, keptGridPlace, type OrderSearch } from './orders-view.ts';

interface OrdersResultsProps {
  readonly rows: readonly GridRow[];
  readonly columns: readonly string[];
  readonly sort: GridSort | null;
  readonly widths: ColumnWidths;
  readonly dimmed: boolean;
}

/** The orders found, as a grid. */
export function OrdersResults({ rows, columns, sort, widths, dimmed }: OrdersResultsProps) {
  const goTo = useGoTo();
  const changePreferences = useChangePreferences();
  const open = (row: GridRow): void => {
    const number = orderNumberSchema.safeParse(row.fields.ORDER_NUMBER);
    if (number.success) goTo(paths.order(number.data));
  };
  return (
    <RecordGrid
      label="Orders"
      rows={rows}
      columns={columns}
      sort={sort}
      onSort={(orderSort) => changePreferences({ orderSort })}
      drawCell={drawOrderCell}
      onOpen={open}
      onOrder={keepResultOrder}
      place={keptGridPlace()}
      onPlace={keepGridPlace}
      widths={widths}
      onWidths={(orderColumnWidths) => changePreferences({ orderColumnWidths })}
      dimmed={dimmed}
    />
  );
}

function drawOrderCell(row: GridRow, field: string) {
  if (field === 'ORDER_TYPE') return <StageBadge raw={row.fields.ORDER_TYPE} />;
  const number = field === 'ORDER_NUMBER' ? orderNumberSchema.safeParse(row.fields.ORDER_NUMBER) : undefined;
  if (number?.success !== true) return undefined;
  // For the mouse; by keyboard the grid itself opens its order.
  return (
    <a href={hrefOf(paths.order(number.data))} className={classes.number} tabIndex={-1}>
      {number.data}
    </a>
  );
}

interface NothingFoundProps {
  readonly search: OrderSearch;
  readonly onContains: (text: string) => void;
  readonly onRecent: () => void;
}

/** What is shown when PIMS has no such order, with a way on. */
export function NothingFound({ search, onContains, onRecent }: NothingFoundProps) {
  const recent = (
    <Button variant="default" onClick={onRecent}>
      Show recent orders
    </Button>
  );
  switch (search.kind) {
    case 'recent':
      return (
        <EmptyNotice icon={<Search aria-hidden />} title="PIMS has no orders yet">
          Orders that you submit appear here.
        </EmptyNotice>
      );
    case 'quick':
      return (
        <EmptyNotice
          icon={<SearchX aria-hidden />}
          title={`No order has the number or reference “${search.text}”`}
          actions={
            <>
              <Button onClick={() => onContains(search.text)}>Search for a part of it</Button>
              {recent}
            </>
          }
        >
          The whole number or reference has to match. A part of it takes a broader search.
        </EmptyNotice>
      );
    case 'query':
      return (
        <EmptyNotice icon={<SearchX aria-hidden />} title="No order matches these filters" actions={recent}>
          Take a filter away, or change “is exactly” to “contains”.
        </EmptyNotice>
      );
  }
}
