import { Button, Group, Text } from '@mantine/core';
import { type ReactNode, useMemo, useRef } from 'react';
import type { Customer } from '../../shared/customers/customer.ts';
import { customerFields } from '../../shared/pims/fields.ts';
import type { OrderQuery } from '../../shared/pims/filters.ts';
import { useCommand, useScreenAction } from '../app/commands.ts';
import { hrefOf, paths, useGoTo } from '../app/routes.ts';
import { FilterBuilder } from '../filters/filter-builder.tsx';
import { newFilterRow } from '../filters/filter-form.ts';
import { FiltersButton, focusFiltersSoon } from '../filters/filters-button.tsx';
import { RecordGrid } from '../record-grid/record-grid.tsx';
import classes from '../record-grid/record-screen.module.css';
import type { GridRow } from '../record-grid/sorted-rows.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { LoadingRows } from '../ui/loading-rows.tsx';
import { QuickBox } from '../ui/quick-box.tsx';
import { Screen } from '../ui/screen.tsx';
import { When } from '../ui/when.tsx';
import { NoCustomers } from './customers-results.tsx';
import {
  forgetCustomerPlace,
  keepCustomerPlace,
  keptCustomerPlace,
  useCustomersView,
} from './customers-view.ts';
import { customerResultWords } from './result-words.ts';
import { useFoundCustomers } from './use-found-customers.ts';

/** When PIMS was asked; no field of PIMS, which are in capitals. */
const SEEN = 'Seen';
const columns = ['CUSTOMER_CODE', 'CUSTOMER_NAME', 'BCITY', 'BSTATE', 'BEMAIL', 'BPHONE', SEEN];
const FIRST = 100;

/** Finds customers by code, name, e-mail or phone, those seen before at once and offline too; or by any field. */
export function CustomersScreen() {
  const goTo = useGoTo();
  const [view, change] = useCustomersView();
  const box = useRef<HTMLInputElement>(null);
  const text = view.text.trim();
  const { found, again } = useFoundCustomers(text, view.query);
  const customers = found?.records ?? [];
  const rows = useMemo(() => (found?.records ?? []).map(toRow), [found]);
  const names = useMemo(
    () => [
      ...new Set([...customerFields, ...(found?.records ?? []).flatMap(({ fields }) => Object.keys(fields))]),
    ],
    [found],
  );

  const searchText = (typed: string): void => {
    forgetCustomerPlace();
    change({ text: typed, query: null, sort: null });
  };
  const searchQuery = (query: OrderQuery): void => {
    forgetCustomerPlace();
    change({ text: '', query, sort: null });
  };
  const clear = (): void => {
    searchText('');
    box.current?.focus();
  };
  const open = (code: string): void => goTo(paths.customer(code));
  const focusGrid = (): void => document.querySelector<HTMLElement>('[role="grid"]')?.focus();
  const find = (): void => {
    const [only, ...others] = customers;
    if (only !== undefined && others.length === 0) open(only.code);
    else focusGrid();
  };
  const toggleBuilder = (): void => {
    const form = view.form ?? { rows: [newFilterRow('BCITY')], maxReturn: String(FIRST) };
    change({ builderOpen: !view.builderOpen, form });
    if (!view.builderOpen) focusFiltersSoon();
  };

  useCommand('find', () => box.current?.select());
  useScreenAction('customers-filters', 'Filter the customers', toggleBuilder);

  return (
    <Screen title="Customers">
      <div className={classes.screen}>
        <Group gap="xs" mb={8}>
          <QuickBox
            label="Code, name, e-mail or phone"
            findLabel="Go to what is found"
            width={320}
            value={view.text}
            onType={searchText}
            onFind={find}
            onDown={focusGrid}
            inputRef={box}
          />
          <FiltersButton isOpen={view.builderOpen} onToggle={toggleBuilder} />
          {view.query !== null && (
            <Button variant="subtle" color="gray" onClick={clear}>
              Customers seen last
            </Button>
          )}
        </Group>
        {view.builderOpen && view.form !== null && (
          <FilterBuilder
            subject="Customers whose"
            names={names}
            form={view.form}
            onChange={(form) => change({ form })}
            onSearch={searchQuery}
          />
        )}
        {body()}
      </div>
    </Screen>
  );

  function body(): ReactNode {
    if (found === null) return <LoadingRows label="Looking for customers" rows={12} />;
    const { standing } = found;
    const failure = standing.kind === 'failed' && <ErrorNotice error={standing.error} onRetry={again} />;
    if (rows.length === 0) {
      if (standing.kind === 'searching') return <LoadingRows label="Asking PIMS for customers" rows={12} />;
      return (
        failure || (
          <NoCustomers
            {...{ text, standing }}
            isFiltered={view.query !== null}
            onShowFirst={() => searchQuery({ filters: [], maxReturn: FIRST })}
            onClear={clear}
          />
        )
      );
    }
    return (
      <>
        {failure}
        <div className={classes.grid}>
          <RecordGrid
            // Another search begins at its first customer.
            key={JSON.stringify([text, view.query])}
            label="Customers"
            rows={rows}
            columns={columns}
            sort={view.sort}
            onSort={(sort) => change({ sort })}
            drawCell={drawCustomerCell}
            onOpen={({ id }) => open(id)}
            place={keptCustomerPlace()}
            onPlace={keepCustomerPlace}
            widths={view.widths}
            onWidths={(widths) => change({ widths })}
          />
        </div>
        <Text component="div" size="sm" c="dimmed" mt={6} role="status">
          {customerResultWords(rows.length, standing, text === '' && view.query === null)}
        </Text>
      </>
    );
  }
}

function toRow({ code, name, fields, readAt }: Customer): GridRow {
  return { id: code, fields: { ...fields, CUSTOMER_NAME: name ?? '', [SEEN]: readAt } };
}

function drawCustomerCell({ id, fields }: GridRow, field: string): ReactNode | undefined {
  if (field === SEEN) return <When iso={fields[SEEN] ?? ''} />;
  if (field !== 'CUSTOMER_CODE') return undefined;
  // For the mouse; by keyboard the grid itself opens its customer.
  return (
    <a href={hrefOf(paths.customer(id))} className={classes.number} tabIndex={-1}>
      {id}
    </a>
  );
}
