import '@mantine/spotlight/styles.css';
import { Kbd } from '@mantine/core';
import { Spotlight, type SpotlightActionData, spotlight } from '@mantine/spotlight';
import { Search } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import type { OrderNumber } from '../../shared/ids.ts';
import type { MenuCommand } from '../../shared/ipc/menu-commands.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import { useChooseConnection } from './choose-connection.ts';
import { runCommand, useAvailableCommands, useScreenActions } from './commands.ts';
import { paths, useGoTo } from './routes.ts';
import { commandWords } from './shortcuts.ts';

interface CommandPaletteProps {
  /** How often it was asked for; each time opens it. */
  readonly asked: number;
}

/** Everything that can be done from here, found by typing: screens, commands, connections, an order by its number. */
export function CommandPalette({ asked }: CommandPaletteProps) {
  const [query, setQuery] = useState('');
  const groups = useOffered(query).filter((group) => group.actions.length > 0);
  const open = useEffectEvent(() => spotlight.open());
  useEffect(() => {
    if (asked > 0) open();
  }, [asked]);

  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={420}
      transitionProps={{ duration: 0 }}
      overlayProps={{ blur: 0 }}
      centered={false}
      attributes={{ content: { 'aria-label': 'Command palette' } }}
    >
      <Spotlight.Search
        size="md"
        aria-label="Order number, reference or command"
        placeholder="Order number, reference or command"
        leftSection={<Search size={16} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {groups.map(({ group, actions }) => (
          <Spotlight.ActionsGroup key={group} label={group}>
            {actions.map(({ id, ...action }) => (
              <Spotlight.Action key={id} {...action} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && <Spotlight.Empty>Nothing fits “{query}”.</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

interface Offered {
  readonly group: string;
  readonly actions: readonly SpotlightActionData[];
}

function useOffered(query: string): Offered[] {
  const goTo = useGoTo();
  const available = useAvailableCommands();
  const screenActions = useScreenActions();
  const connections = useDeskQuery('connections.list', {}).data ?? [];
  const choose = useChooseConnection();
  const text = query.trim();
  const fits = (label: string): boolean => text === '' || label.toLowerCase().includes(text.toLowerCase());

  const orders: SpotlightActionData[] = [];
  if (/^\d+$/.test(text)) {
    orders.push({
      id: 'open-order',
      label: `Open order ${text}`,
      onClick: () => goTo(paths.order(text as OrderNumber)),
    });
  }
  if (text !== '') {
    orders.push({
      id: 'find-order',
      label: `Find “${text}” in Orders`,
      description: 'As an order number or a reference',
      onClick: () => goTo(paths.findOrders(text)),
    });
  }
  if (/^#?\d+$/.test(text)) {
    const number = `#${text.replace('#', '')}`;
    orders.push({
      id: 'look-up-shopify',
      label: `Look up Shopify order ${number}`,
      onClick: () => goTo(paths.findShopify(number)),
    });
  }

  const commands = paletteCommands
    .filter((name) => available.has(name))
    .map((name): SpotlightActionData => {
      const { label, keys } = commandWords[name];
      return { id: name, label, rightSection: <Kbd size="xs">{keys}</Kbd>, onClick: () => runCommand(name) };
    });
  const more: SpotlightActionData[] = [
    ...screenActions.map((action) => ({ id: action.id, label: action.label, onClick: action.run })),
    ...commands,
  ];
  const switches = connections
    .filter((connection) => !connection.chosen)
    .map(
      (connection): SpotlightActionData => ({
        id: `connection-${connection.id}`,
        label: `Switch to ${connection.name} (${connection.kind})`,
        onClick: () => void choose(connection.id),
      }),
    );
  const found = more.filter((action) => fits(action.label ?? ''));
  const foundSwitches = switches.filter((action) => fits(action.label ?? ''));
  // What was typed is a command first when one fits, an order otherwise.
  return [
    { group: 'Commands', actions: found },
    { group: 'Connections', actions: foundSwitches },
    { group: 'Orders', actions: orders },
  ];
}

const paletteCommands = (Object.keys(commandWords) as MenuCommand[]).filter(
  (name) => name !== 'open-palette',
);
