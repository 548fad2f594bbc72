import { Kbd, SimpleGrid, Table } from '@mantine/core';
import { modals } from '@mantine/modals';
import { flushSync } from 'react-dom';
import { commandWords, MOD } from './shortcuts.ts';

interface Shortcut {
  readonly label: string;
  readonly keys: string;
}

const groups: readonly { readonly title: string; readonly shortcuts: readonly Shortcut[] }[] = [
  { title: 'Everywhere', shortcuts: Object.values(commandWords) },
  {
    title: 'In lists and orders',
    shortcuts: [
      { label: 'Go through the rows', keys: '↑ ↓, Home, End' },
      { label: 'Open the row', keys: 'Enter' },
      { label: 'Mark several rows', keys: 'Shift+↑ ↓' },
      { label: 'Copy what is marked', keys: `${MOD}+C` },
      { label: 'Make a column narrower or wider, on its heading', keys: 'Shift+← →' },
      { label: 'Duplicate the draft', keys: `${MOD}+D` },
      { label: 'Previous or next order of the results', keys: 'Alt+↑ ↓' },
      { label: 'Back from an order to the results', keys: 'Esc' },
    ],
  },
  {
    title: 'In lines',
    shortcuts: [
      { label: 'Next cell, next line', keys: 'Tab, Enter' },
      { label: 'Type over a cell, change its text, as it was', keys: 'any letter, F2, Esc' },
      { label: 'Mark cells, all of them', keys: `Shift+arrows, ${MOD}+A` },
      { label: 'Mark lines, columns', keys: `Shift+Space, ${MOD}+Space` },
      { label: 'To the last filled cell', keys: `${MOD}+arrows` },
      { label: 'To the first or the last cell', keys: `${MOD}+Home, End` },
      { label: 'Copy, cut, paste, also with Excel', keys: `${MOD}+C, X, V` },
      { label: 'Fill down, fill to the right', keys: `${MOD}+D, ${MOD}+R` },
      { label: 'Fill the marked cells with what is typed', keys: `${MOD}+Enter` },
      { label: 'Clear the marked cells', keys: 'Delete' },
      { label: 'Insert a line below', keys: 'Alt+Enter' },
      { label: 'Duplicate the marked lines', keys: `${MOD}+Shift+D` },
      { label: 'Move the marked lines', keys: 'Alt+Shift+↑ ↓' },
      { label: 'Delete the marked lines', keys: `${MOD}+Shift+Delete` },
      { label: 'Sort, filter, resize or hide a column', keys: 'Alt+↓' },
      { label: 'Undo, redo', keys: `${MOD}+Z, ${MOD}+Y` },
      { label: 'Out of the lines', keys: 'Esc, then Tab' },
    ],
  },
];

/** Lists the keys that Order Desk answers to. */
export function showShortcuts(): void {
  // At once, so that the dialog sees where the focus is before it takes it.
  flushSync(() =>
    modals.open({
      title: 'Keyboard shortcuts',
      size: 900,
      children: (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing="sm">
          <div>
            <ShortcutTables groups={groups.slice(0, 2)} />
          </div>
          <div>
            <ShortcutTables groups={groups.slice(2)} />
          </div>
        </SimpleGrid>
      ),
    }),
  );
}

function ShortcutTables(props: { readonly groups: typeof groups }) {
  return props.groups.map(({ title, shortcuts }) => (
    <Table key={title} verticalSpacing={3} aria-label={title} captionSide="top">
      <Table.Caption ta="start" fw={600} mt={4} mb={2}>
        {title}
      </Table.Caption>
      <Table.Tbody>
        {shortcuts.map(({ label, keys }) => (
          <Table.Tr key={label}>
            <Table.Th scope="row" fw={400}>
              {label}
            </Table.Th>
            <Table.Td ta="end">
              <Kbd size="xs" style={{ whiteSpace: 'nowrap' }}>
                {keys}
              </Kbd>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  ));
}
