import { Button, Group, Text, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { OrderQuery } from '../../shared/pims/filters.ts';
import classes from './filter-builder.module.css';
import {
  type FilterForm,
  type FilterProblems,
  type FilterRow,
  newFilterRow,
  readFilterForm,
} from './filter-form.ts';
import { FilterRowView } from './filter-row.tsx';

interface FilterBuilderProps {
  /** Begins the first condition: “Orders whose”. */
  readonly subject: string;
  /** Field names to suggest. */
  readonly names: readonly string[];
  readonly form: FilterForm;
  readonly onChange: (form: FilterForm) => void;
  readonly onSearch: (query: OrderQuery) => void;
}

const noProblems: FilterProblems = { rows: {}, maxReturn: null };

/** Rows of conditions. Enter searches from every input. */
export function FilterBuilder({ subject, names, form, onChange, onSearch }: FilterBuilderProps) {
  const [problems, setProblems] = useState(noProblems);
  const box = useRef<HTMLFormElement>(null);
  const wanted = useRef<string | null>(null);

  useLayoutEffect(() => {
    if (wanted.current === null) return;
    box.current?.querySelector<HTMLInputElement>(`[data-filter="${wanted.current}"] input`)?.focus();
    wanted.current = null;
  });

  const setRows = (rows: readonly FilterRow[], focus: string | undefined): void => {
    wanted.current = focus ?? null;
    onChange({ ...form, rows });
  };
  const insert = (index: number, row: FilterRow): void => setRows(form.rows.toSpliced(index, 0, row), row.id);
  const remove = (index: number): void => {
    const rows = form.rows.toSpliced(index, 1);
    const left = rows.length > 0 ? rows : [newFilterRow()];
    setRows(left, (left[index] ?? left.at(-1))?.id);
  };
  const search = (): void => {
    const reading = readFilterForm(form);
    setProblems(reading.ok ? noProblems : reading.problems);
    if (reading.ok) onSearch(reading.query);
  };

  return (
    <form
      ref={box}
      className={classes.builder}
      aria-label="Filters"
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
    >
      {form.rows.map((row, index) => (
        <FilterRowView
          key={row.id}
          row={row}
          index={index}
          subject={subject}
          names={names}
          problem={problems.rows[row.id]}
          onChange={(change) => onChange({ ...form, rows: form.rows.with(index, { ...row, ...change }) })}
          onDuplicate={() => insert(index + 1, { ...row, id: crypto.randomUUID() })}
          onRemove={() => remove(index)}
        />
      ))}
      {form.rows.length > 2 && (
        <Text size="xs" c="dimmed">
          PIMS applies these from top to bottom: “and” narrows everything above it, “or” adds to everything
          above it.
        </Text>
      )}
      <Group gap="xs" align="end">
        <Button
          variant="default"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => insert(form.rows.length, newFilterRow())}
        >
          Add a filter
        </Button>
        <TextInput
          label="Return at most"
          classNames={{ root: classes.most ?? '', label: classes.mostLabel ?? '' }}
          inputMode="numeric"
          value={form.maxReturn}
          error={problems.maxReturn}
          onChange={(event) => onChange({ ...form, maxReturn: event.currentTarget.value })}
        />
        <Button type="submit">Search</Button>
        <Button
          variant="subtle"
          color="gray"
          onClick={() => {
            const row = newFilterRow();
            setProblems(noProblems);
            setRows([row], row.id);
          }}
        >
          Clear the filters
        </Button>
      </Group>
    </form>
  );
}
