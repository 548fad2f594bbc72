import { Kbd, Table } from '@mantine/core';
import { modals } from '@mantine/modals';
import { commandWords } from './shortcuts.ts';

const further: readonly { readonly label: string; readonly keys: string }[] = [
  { label: 'Go through the parts of a screen', keys: 'Tab, Shift+Tab' },
  { label: 'Go through the rows of a table', keys: '↑ ↓, Home, End' },
  { label: 'Open the row', keys: 'Enter' },
  { label: 'Close a dialog or a menu', keys: 'Esc' },
];

/** Lists the keys that Order Desk answers to. */
export function showShortcuts(): void {
  modals.open({
    title: 'Keyboard shortcuts',
    size: 'md',
    children: (
      <Table verticalSpacing={4} aria-label="Keyboard shortcuts">
        <Table.Tbody>
          {[...Object.values(commandWords), ...further].map(({ label, keys }) => (
            <Table.Tr key={label}>
              <Table.Th scope="row" fw={400}>
                {label}
              </Table.Th>
              <Table.Td ta="end">
                <Kbd size="xs">{keys}</Kbd>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    ),
  });
}
