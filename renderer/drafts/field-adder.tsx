import { Autocomplete, Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { PimsTable } from '../../shared/pims/fields.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import classes from './draft.module.css';
import { readFieldName } from './header-fields.ts';

interface FieldAdderProps {
  readonly table: PimsTable;
  /** Of the input, where a screen has two for one table. */
  readonly id?: string;
  readonly label: string;
  /** A field name, to show what is meant. */
  readonly example: string;
  /** Names that are there already. */
  readonly present: readonly string[];
  /** Takes the checked name. The focus is the receiver's to move. */
  readonly onAdd: (field: string) => void;
}

/** Takes the name of a PIMS field, from those seen so far or typed freely. */
export function FieldAdder({
  table,
  id = `add-${table}-field`,
  label,
  example,
  present,
  onAdd,
}: FieldAdderProps) {
  const names = useDeskQuery('orders.fieldNames', { table }, { refetchOnMount: 'always' }).data ?? [];
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');
  // Mantine writes a chosen option into the input after telling that it was chosen.
  const chosen = useRef<string | null>(null);

  const add = (text: string): void => {
    const reading = readFieldName(table, text, present);
    if (!reading.ok) {
      setProblem(reading.problem);
      return;
    }
    setTyped('');
    setProblem('');
    onAdd(reading.field);
  };

  return (
    <form
      className={classes.adder}
      onSubmit={(event) => {
        event.preventDefault();
        add(typed);
      }}
    >
      <Autocomplete
        id={id}
        aria-label={label}
        placeholder={`${label}, such as ${example}`}
        data={names.filter((name) => readFieldName(table, name, present).ok)}
        limit={30}
        value={typed}
        error={problem}
        maxLength={80}
        onChange={(value) => {
          const isEcho = value === chosen.current;
          chosen.current = null;
          if (isEcho) return;
          setTyped(value);
          setProblem('');
        }}
        onOptionSubmit={(option) => {
          chosen.current = option;
          add(option);
        }}
      />
      <Button type="submit" variant="default" disabled={typed.trim() === ''}>
        Add
      </Button>
    </form>
  );
}
