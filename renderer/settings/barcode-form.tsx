import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { quantityProblem, workedOut } from '../../shared/drafts/quantity-expression.ts';
import { CODE_LENGTH, type Pack } from '../../shared/parts/pack.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';

interface BarcodeFormProps {
  /** Rejects when it could not be kept. */
  readonly save: (pack: Pack) => Promise<unknown>;
  readonly error: Error | null;
  readonly saving: boolean;
}

const empty: Pack = { barcode: '', partCode: '', quantity: '' };

/** Adds a barcode to the table; one that is there already means the new part and pieces from then on. */
export function BarcodeForm({ save, error, saving }: BarcodeFormProps) {
  const [pack, setPack] = useState(empty);
  const [tried, setTried] = useState(false);
  const quantity = workedOut(pack.quantity);
  const problems = {
    barcode: pack.barcode.trim() === '' ? 'Enter or scan the barcode.' : null,
    partCode: pack.partCode.trim() === '' ? 'Enter the part code.' : null,
    quantity: quantityProblem(quantity),
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (Object.values(problems).some((problem) => problem !== null)) return;
    try {
      await save({ ...pack, quantity });
    } catch {
      // Shown below; what was entered stays.
      return;
    }
    setPack(empty);
    setTried(false);
  };
  const field = (name: keyof Pack, label: string, width: number) => (
    <TextInput
      label={label}
      w={width}
      maxLength={CODE_LENGTH}
      value={pack[name]}
      error={tried ? problems[name] : null}
      onChange={({ currentTarget }) => setPack({ ...pack, [name]: currentTarget.value })}
    />
  );
  return (
    <form onSubmit={(event) => void submit(event)} aria-label="Add a barcode">
      <Stack gap={6}>
        <Group align="start" gap="sm">
          {field('barcode', 'Barcode', 190)}
          {field('partCode', 'Part code', 150)}
          {field('quantity', 'Pieces', 90)}
          <Button type="submit" variant="default" mt={21} loading={saving}>
            Add
          </Button>
        </Group>
        {error !== null && <ErrorNotice error={error} />}
      </Stack>
    </form>
  );
}
