import { Button, Group } from '@mantine/core';
import { Download, Plus, RefreshCw } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { customerQuery, type OrderQuery } from '../../shared/pims/filters.ts';
import { defaultOrderColumns } from '../../shared/preferences/preferences.ts';
import { useCommand, useScreenAction } from '../app/commands.ts';
import { useChangePreferences, usePreferences } from '../app/preferences.ts';
import { type OrdersLook, paths, useGoTo, useOrdersLook } from '../app/routes.ts';
import { useDeskMutation, useDeskQuery } from '../bridge/use-desk-query.ts';
import { FilterBuilder } from '../filters/filter-builder.tsx';
import { formOf, newFilterRow } from '../filters/filter-form.ts';
import { FiltersButton, focusFiltersSoon } from '../filters/filters-button.tsx';
import { ColumnMenu } from '../record-grid/column-menu.tsx';
import classes from '../record-grid/record-screen.module.css';
import { ErrorNotice, messageOf } from '../ui/error-notice.tsx';
import { LoadingRows } from '../ui/loading-rows.tsx';
import { notify } from '../ui/notify.tsx';
import { QuickBox } from '../ui/quick-box.tsx';
import { Screen } from '../ui/screen.tsx';
import { NothingFound, OrdersResults } from './orders-results.tsx';
import { type OrderSearch, resultOrder, useOrdersView } from './orders-view.ts';
import { ResultWords } from './result-words.tsx';
import { SavedSearches } from './saved-searches.tsx';
import { useOrdersSearch } from './use-orders-search.ts';

const noWidths = {};

/** Finds orders: recent ones at once, by number or reference, or by any field. */
export function OrdersScreen() {
  const goTo = useGoTo();
  const preferences = usePreferences();
  const changePreferences = useChangePreferences();
  const [view, change] = useOrdersView();
  const quickBox = useRef<HTMLInputElement>(null);
  const maxReturn = preferences?.maxReturn ?? 100;
  const columns = preferences?.orderColumns ?? defaultOrderColumns;
  const { query, result, rows, begin } = useOrdersSearch(view.search, maxReturn);
  const fieldNames = useDeskQuery('orders.fieldNames', { table: 'ORDERS' }).data;
  const known = useMemo(
    () => [...new Set([...(fieldNames ?? []), ...rows.flatMap((row) => Object.keys(row.fields))])],
    [fieldNames, rows],
  );

  const search = (next: OrderSearch, options = { openSingle: false }): void => {
    begin(next, options);
    change({ search: next, searchCount: view.searchCount + 1 });
  };
  const find = (text: string, options = { openSingle: true }): void => {
    change({ quick: text });
    search(text === '' ? { kind: 'recent' } : { kind: 'quick', text }, options);
  };
  const showRecent = (): void => {
    find('');
    quickBox.current?.focus();
  };
  const searchQuery = (next: OrderQuery): void => {
    if (next.maxReturn !== maxReturn) changePreferences({ maxReturn: next.maxReturn });
    search({ kind: 'query', query: next });
  };
  const showQuery = (next: OrderQuery): void => {
    change({ form: formOf(next), builderOpen: true, quick: '' });
    searchQuery(next);
    // The button that was pressed may be gone now.
    quickBox.current?.focus();
  };
  const findPart = (value: string): void =>
    showQuery({
      filters: [
        { field: 'ORDER_NUMBER', value, contains: true, conjunction: 'AND' },
        { field: 'REFERENCE_NUMBER', value, contains: true, conjunction: 'OR' },
      ],
      maxReturn,
    });
  const toggleBuilder = (): void => {
    change({
      builderOpen: !view.builderOpen,
      form: view.form ?? { rows: [newFilterRow('CUSTOMER_CODE')], maxReturn: String(maxReturn) },
    });
    if (!view.builderOpen) focusFiltersSoon();
  };

  useCommand('find', () => quickBox.current?.select());
  useScreenAction('orders-refresh', 'Read the orders again', () => void result.refetch());
  useScreenAction('orders-filters', 'Filter the orders', toggleBuilder);

  // A link from elsewhere asks to look at once; the address is put right, so that going back does not ask again.
  const look = useOrdersLook();
  const lookFromLink = useEffectEvent((wanted: OrdersLook) => {
    if (wanted.kind === 'find') find(wanted.text, { openSingle: false });
    else showQuery(customerQuery(wanted.code, maxReturn));
    goTo(paths.orders(), { replace: true });
  });
  useEffect(() => {
    if (look !== null) lookFromLink(look);
  }, [look]);

  const exportCsv = useDeskMutation('orders.exportCsv', {
    onSuccess: ({ savedAs }) => {
      if (savedAs !== null) notify('done', `Saved as ${savedAs}.`);
    },
    onError: (error) => notify('problem', messageOf(error)),
  });
  const exportRows = (): void => {
    const byId = new Map(rows.map((row) => [row.id, row.fields]));
    const sorted = resultOrder()
      .map((id) => byId.get(id))
      .filter((fields) => fields !== undefined);
    exportCsv.mutate({ columns: [...columns], rows: sorted });
  };

  return (
    <Screen
      title="Orders"
      actions={
        <Button leftSection={<Plus size={14} aria-hidden />} onClick={() => goTo(paths.newOrder())}>
          New order
        </Button>
      }
    >
      <div className={classes.screen}>
        <Group gap="xs" mb={8} justify="space-between">
          <Group gap="xs">
            <QuickBox
              label="Order number or reference"
              findLabel="Find this order"
              width={250}
              value={view.quick}
              onType={(quick) => change({ quick })}
              onFind={find}
              onDown={() => document.querySelector<HTMLElement>('[role="grid"]')?.focus()}
              inputRef={quickBox}
            />
            <FiltersButton isOpen={view.builderOpen} onToggle={toggleBuilder} />
            <SavedSearches query={query} onChoose={showQuery} />
            {view.search.kind !== 'recent' && (
              <Button variant="subtle" color="gray" onClick={showRecent}>
                Recent orders
              </Button>
            )}
          </Group>
          <Group gap="xs">
            <ColumnMenu
              columns={columns}
              known={known}
              onChange={(next) => changePreferences({ orderColumns: [...next] })}
              onUsual={() =>
                changePreferences({ orderColumns: [...defaultOrderColumns], orderColumnWidths: {} })
              }
            />
            <Button
              variant="default"
              leftSection={<Download size={14} aria-hidden />}
              disabled={rows.length === 0}
              loading={exportCsv.isPending}
              onClick={exportRows}
            >
              Export CSV
            </Button>
            <Button
              variant="default"
              leftSection={<RefreshCw size={14} aria-hidden />}
              loading={result.isFetching}
              onClick={() => result.refetch()}
            >
              Refresh
            </Button>
          </Group>
        </Group>
        {view.builderOpen && view.form !== null && (
          <FilterBuilder
            subject="Orders whose"
            names={known}
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
    const failure = result.isError && (
      <ErrorNotice error={result.error} onRetry={() => result.refetch()} retrying={result.isFetching} />
    );
    if (result.data === undefined) return failure || <LoadingRows label="Reading orders" rows={16} />;
    if (rows.length === 0 && !result.isPlaceholderData) {
      return failure || <NothingFound search={view.search} onContains={findPart} onRecent={showRecent} />;
    }
    return (
      <>
        {failure}
        <div className={classes.grid}>
          <OrdersResults
            key={view.searchCount}
            rows={rows}
            columns={columns}
            sort={preferences?.orderSort ?? null}
            widths={preferences?.orderColumnWidths ?? noWidths}
            dimmed={result.isFetching || result.isPlaceholderData}
          />
        </div>
        {!result.isPlaceholderData && (
          <ResultWords search={view.search} query={query} count={rows.length} readAt={result.data.readAt} />
        )}
      </>
    );
  }
}
