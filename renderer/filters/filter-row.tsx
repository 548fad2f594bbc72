import { ActionIcon, Autocomplete, NativeSelect, Text, TextInput, Tooltip } from '@mantine/core';
import { CopyPlus, X } from 'lucide-react';
import { toFieldName } from '../../shared/pims/fields.ts';
import classes from './filter-builder.module.css';
import type { FilterRow } from './filter-form.ts';

interface FilterRowViewProps {
  readonly row: FilterRow;
  readonly index: number;
  /** Begins the first condition: “Orders whose”. */
  readonly subject: string;
  /** Field names to suggest. */
  readonly names: readonly string[];
  readonly problem: string | undefined;
  readonly onChange: (change: Partial<FilterRow>) => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
}

const joints = [
  { value: 'AND', label: 'and of these' },
  { value: 'OR', label: 'or else' },
];
const matches = [
  { value: 'contains', label: 'contains' },
  { value: 'exact', label: 'is exactly' },
];

/** One condition: how it joins those above, its field, how it compares, its value. */
export function FilterRowView(props: FilterRowViewProps) {
  const { row, index, subject, names, problem, onChange, onDuplicate, onRemove } = props;
  const name = `Filter ${index + 1}`;
  return (
    <div className={classes.row} data-filter={row.id}>
      {index === 0 ? (
        <Text size="sm" c="dimmed" className={classes.first}>
          {subject}
        </Text>
      ) : (
        <NativeSelect
          aria-label={`${name} joins those above by`}
          data={joints}
          value={row.conjunction}
          onChange={(event) => onChange({ conjunction: event.currentTarget.value === 'OR' ? 'OR' : 'AND' })}
        />
      )}
      <Autocomplete
        aria-label={`${name} field`}
        placeholder="Field, such as CUSTOMER_CODE"
        data={[...names]}
        limit={40}
        value={row.field}
        error={problem}
        maxLength={80}
        spellCheck={false}
        selectFirstOptionOnChange={false}
        onChange={(field) => onChange({ field })}
        onBlur={() => onChange({ field: toFieldName(row.field) })}
      />
      <NativeSelect
        aria-label={`${name} comparison`}
        data={matches}
        value={row.contains ? 'contains' : 'exact'}
        onChange={(event) => onChange({ contains: event.currentTarget.value === 'contains' })}
      />
      <TextInput
        aria-label={`${name} value`}
        placeholder="Value"
        value={row.value}
        maxLength={1_000}
        spellCheck={false}
        onChange={(event) => onChange({ value: event.currentTarget.value })}
      />
      <Tooltip label="Duplicate this filter">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Duplicate filter ${index + 1}`}
          onClick={onDuplicate}
        >
          <CopyPlus size={14} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Remove this filter">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Remove filter ${index + 1}`}
          onClick={onRemove}
        >
          <X size={14} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
