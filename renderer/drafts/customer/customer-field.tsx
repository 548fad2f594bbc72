import { ActionIcon, Popover, TextInput, Tooltip } from '@mantine/core';
import { History } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import type { Customer } from '../../../shared/customers/customer.ts';
import { useScreenAction } from '../../app/commands.ts';
import { hrefOf, paths, useGoTo } from '../../app/routes.ts';
import { useCustomerSearch } from '../../customers/use-customer-search.ts';
import { SuggestionListView, suggestionId } from '../../line-grid/suggesting/suggestion-list.tsx';
import { readListKey, SuggestionStore } from '../../line-grid/suggesting/suggestion-store.ts';
import { type HeaderFieldProps, headerInputProps } from '../header-field.tsx';
import { customerList } from './customer-list.ts';

interface CustomerFieldProps extends HeaderFieldProps {
  readonly onCustomer: (customer: Customer) => void;
}

/** More than a person reads; who they look for is found by typing on. */
const MOST = 20;

/** The customer's code. While it is typed, customers are offered: by code, name, e-mail, phone or city. */
export function CustomerField({ onCustomer, ...props }: CustomerFieldProps) {
  const { value, actions, field } = props;
  const goTo = useGoTo();
  const search = useCustomerSearch(MOST);
  const [store] = useState(() => new SuggestionStore());
  const shown = useSyncExternalStore(store.subscribe, store.snapshot);
  const seen = useRef(new Map<string, Customer>());
  const listId = useId();
  useEffect(() => () => store.close(), [store]);

  const look = (text: string): void =>
    store.look((show) =>
      search.look(text, (found) => {
        for (const customer of found.records) seen.current.set(customer.code, customer);
        show(customerList(found, text, Date.now()));
      }),
    );
  const take = (code: string): void => {
    const customer = seen.current.get(code);
    store.close();
    if (customer !== undefined) onCustomer(customer);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    switch (readListKey(event.nativeEvent, shown)) {
      case 'next':
        store.step(1);
        break;
      case 'previous':
        store.step(-1);
        break;
      case 'close':
        store.close();
        break;
      case 'take':
        if (store.chosen !== undefined) take(store.chosen.id);
        // Tab goes on to the next field as ever.
        if (event.key === 'Tab') return;
        break;
      case undefined:
        if (event.key !== 'ArrowDown' || shown.isOpen) return;
        look(value);
        break;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const code = value.trim();
  useScreenAction(
    'customer-orders',
    'Show the orders of the customer',
    () => goTo(paths.ordersOfCustomer(code)),
    { enabled: code !== '' },
  );
  return (
    <Popover
      opened={shown.isOpen}
      position="bottom-start"
      offset={2}
      // No wider than the header, so that the lines beside it can be clicked.
      width="target"
      shadow="md"
      withRoles={false}
      trapFocus={false}
      returnFocus={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <Popover.Target>
        <TextInput
          {...headerInputProps(props)}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={shown.isOpen}
          aria-controls={shown.isOpen ? listId : undefined}
          aria-activedescendant={shown.chosen < 0 ? undefined : suggestionId(listId, shown.chosen)}
          placeholder="Code, name, e-mail or phone"
          onChange={(event) => {
            actions.type(field, event.currentTarget.value);
            look(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            store.close();
            actions.leave(field);
          }}
          rightSection={
            code !== '' && (
              <Tooltip label="Orders of this customer">
                <ActionIcon
                  component="a"
                  // Tab goes on to the next field; by keyboard the command palette leads there.
                  tabIndex={-1}
                  href={hrefOf(paths.ordersOfCustomer(code))}
                  aria-label={`Orders of ${code}`}
                  variant="subtle"
                  color="gray"
                  size="sm"
                >
                  <History size={14} aria-hidden />
                </ActionIcon>
              </Tooltip>
            )
          }
        />
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <SuggestionListView id={listId} label="Customers" shown={shown} onTake={({ id }) => take(id)} wraps />
      </Popover.Dropdown>
    </Popover>
  );
}
