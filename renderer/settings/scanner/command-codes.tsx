import { Button, Group, Modal, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { PrintView } from '../../ui/print-view.tsx';
import { CommandSheet } from './command-sheet.tsx';
import { sheetCommands, usualQuantities } from './command-words.ts';

/** Opens the sheet of codes by which the scanner gives commands. */
export function CommandCodes() {
  const [opened, setOpened] = useState(false);
  return (
    <Group gap="md" wrap="nowrap">
      <Button variant="default" flex="none" onClick={() => setOpened(true)}>
        Command codes…
      </Button>
      <Text size="sm" c="dimmed">
        A sheet to print: quantities, undo, next line and delete, for those who keep the scanner in hand.
      </Text>
      {opened && <CommandCodesDialog onClose={() => setOpened(false)} />}
    </Group>
  );
}

function CommandCodesDialog({ onClose }: { readonly onClose: () => void }) {
  const [quantities, setQuantities] = useState(usualQuantities);
  const sheet = sheetCommands(quantities);
  return (
    <Modal opened onClose={onClose} title="Command codes" size={760}>
      <Stack gap="sm">
        <Group align="start" gap="sm" wrap="nowrap">
          <TextInput
            label="Quantities on the sheet"
            flex={1}
            maxLength={400}
            value={quantities}
            error={sheet.ok ? null : sheet.problem}
            onChange={({ currentTarget }) => setQuantities(currentTarget.value)}
          />
          <Button
            mt={21}
            leftSection={<Printer size={16} aria-hidden />}
            disabled={!sheet.ok}
            onClick={() => window.print()}
          >
            Print…
          </Button>
        </Group>
        {sheet.ok && (
          <>
            <ScrollArea.Autosize mah={420} type="auto" bd="1px solid var(--mantine-color-default-border)">
              <div style={{ padding: 12, background: 'white' }}>
                <CommandSheet commands={sheet.commands} />
              </div>
            </ScrollArea.Autosize>
            <PrintView>
              <CommandSheet commands={sheet.commands} />
            </PrintView>
          </>
        )}
      </Stack>
    </Modal>
  );
}
