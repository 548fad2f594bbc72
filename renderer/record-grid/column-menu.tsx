import { ActionIcon, Button, Checkbox, Popover, Stack, Text, TextInput } from '@mantine/core';
import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { fieldLabel } from '../../shared/orders/field-labels.ts';
import { toFieldName } from '../../shared/pims/fields.ts';
import { offeredFields, shiftColumn, toggleColumn } from './column-choice.ts';
import classes from './column-menu.module.css';

interface ColumnMenuProps {
  readonly columns: readonly string[];
  /** Fields seen in the results and elsewhere. */
  readonly known: readonly string[];
  readonly onChange: (columns: readonly string[]) => void;
  /** Back to the columns and widths of the beginning. */
  readonly onUsual: () => void;
  /** What else there is to choose, below the list. */
  readonly children?: ReactNode;
}

/** Which fields are columns, and in which order. */
export function ColumnMenu({ columns, known, onChange, onUsual, children }: ColumnMenuProps) {
  const [opened, setOpened] = useState(false);
  const [text, setText] = useState('');
  const wanted = toFieldName(text);
  const offered = offeredFields(columns, known).filter(
    (field) => field.includes(wanted) || fieldLabel(field).toLowerCase().includes(text.trim().toLowerCase()),
  );
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={320}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<Columns3 size={14} aria-hidden />}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <Stack gap="xs">
          <TextInput
            type="search"
            aria-label="Search fields"
            placeholder="Search fields"
            value={text}
            data-autofocus
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <ul className={classes.list}>
            {offered.map((field) => (
              <ColumnItem key={field} {...{ field, columns, onChange }} />
            ))}
          </ul>
          {offered.length === 0 && (
            <Text size="sm" c="dimmed">
              No field seen so far has this name.
            </Text>
          )}
          {children}
          <Button variant="subtle" color="gray" onClick={onUsual}>
            Show the usual columns
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

interface ColumnItemProps {
  readonly field: string;
  readonly columns: readonly string[];
  readonly onChange: (columns: readonly string[]) => void;
}

function ColumnItem({ field, columns, onChange }: ColumnItemProps) {
  const at = columns.indexOf(field);
  const isShown = at >= 0;
  return (
    <li className={classes.item}>
      <Checkbox
        className={classes.check ?? ''}
        label={fieldLabel(field)}
        description={field}
        checked={isShown}
        disabled={isShown && columns.length === 1}
        onChange={() => onChange(toggleColumn(columns, field))}
      />
      {isShown && (
        <>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={`Move ${fieldLabel(field)} to the left`}
            disabled={at === 0}
            onClick={() => onChange(shiftColumn(columns, field, -1))}
          >
            <ArrowUp size={14} aria-hidden />
          </ActionIcon>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={`Move ${fieldLabel(field)} to the right`}
            disabled={at === columns.length - 1}
            onClick={() => onChange(shiftColumn(columns, field, 1))}
          >
            <ArrowDown size={14} aria-hidden />
          </ActionIcon>
        </>
      )}
    </li>
  );
}
