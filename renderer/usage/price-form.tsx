import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type PriceList, usualPriceList } from '../../shared/usage/pricing.ts';
import { type PriceProblems, type PriceValues, readPrices, valuesOf } from './price-form-model.ts';
import classes from './usage.module.css';

interface PriceFormProps {
  readonly prices: PriceList;
  readonly onSave: (prices: PriceList) => void;
  readonly onCancel: () => void;
}

const fields = [
  { name: 'monthly', label: 'A month (US$)', width: 170 },
  { name: 'includedRequests', label: 'Included requests', width: 170 },
  { name: 'perFurtherRequest', label: 'Each further request (US$)', width: 210 },
] as const satisfies readonly {
  readonly name: keyof PriceList;
  readonly label: string;
  readonly width: number;
}[];

/** Changes what the bill is reckoned with, for a team that has agreed on other prices. */
export function PriceForm({ prices, onSave, onCancel }: PriceFormProps) {
  const [values, setValues] = useState<PriceValues>(() => valuesOf(prices));
  const [problems, setProblems] = useState<PriceProblems>({});
  const form = useRef<HTMLFormElement>(null);
  // It opens at the end of the page, where its buttons would be out of sight.
  useEffect(() => form.current?.scrollIntoView({ block: 'nearest' }), []);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const reading = readPrices(values);
    if ('problems' in reading) setProblems(reading.problems);
    else onSave(reading.prices);
  };
  return (
    <form
      ref={form}
      className={classes.priceForm}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <div className={classes.priceFields}>
        {fields.map(({ name, label, width }, index) => (
          <TextInput
            key={name}
            name={name}
            label={label}
            w={width}
            // The person has just asked for this form.
            autoFocus={index === 0}
            inputMode="decimal"
            autoComplete="off"
            maxLength={16}
            value={values[name]}
            error={problems[name]}
            onChange={(event) => {
              setValues({ ...values, [name]: event.currentTarget.value });
              setProblems({ ...problems, [name]: undefined });
            }}
          />
        ))}
      </div>
      <Group gap="xs" mt="xs">
        <Button type="submit">Save</Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            setValues(valuesOf(usualPriceList));
            setProblems({});
          }}
        >
          Use the public price list
        </Button>
      </Group>
    </form>
  );
}
