import { Kbd, Modal, Table } from '@mantine/core';
import { commandWords } from './shortcuts.ts';

interface ShortcutHelpProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

const further: readonly { readonly label: string; readonly keys: string }[] = [
  { label: 'Go through the parts of a screen', keys: 'Tab, Shift+Tab' },
  { label: 'Go through the rows of a table', keys: '↑ ↓, Home, End' },
  { label: 'Open the row', keys: 'Enter' },
  { label: 'Close a dialog or a menu', keys: 'Esc' },
];

/** The keys that Order Desk answers to. */
export function ShortcutHelp({ opened, onClose }: ShortcutHelpProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keyboard shortcuts" size="md">
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
    </Modal>
  );
}
