import { Drawer, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PimsFields } from '../../shared/pims/fields.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import classes from './order.module.css';

interface RawFieldsProps {
  readonly title: string;
  readonly fields: PimsFields;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Every header field as PIMS gave it, empty ones too, with a filter. */
export function RawFields({ title, fields, opened, onClose }: RawFieldsProps) {
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const found = Object.entries(fields).filter(([field, value]) =>
    `${field}\n${value}`.toLowerCase().includes(wanted),
  );
  return (
    <Drawer opened={opened} onClose={onClose} position="right" size={520} title={title}>
      <TextInput
        type="search"
        aria-label="Filter the fields"
        placeholder="Field or value"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
        mb="xs"
      />
      <Table withRowBorders highlightOnHover verticalSpacing={2} aria-label="Raw fields">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Field</Table.Th>
            <Table.Th>Value</Table.Th>
            <Table.Th aria-label="Copy" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {found.map(([field, value]) => (
            <Table.Tr key={field}>
              <Table.Td className={classes.raw}>{field}</Table.Td>
              <Table.Td className={classes.value}>{value}</Table.Td>
              <Table.Td w={36}>{value !== '' && <CopyButton value={value} what={field} />}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {found.length === 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          No field has “{text}”.
        </Text>
      )}
    </Drawer>
  );
}
