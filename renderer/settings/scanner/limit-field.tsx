import { TextInput } from '@mantine/core';
import { useState } from 'react';

interface LimitFieldProps {
  readonly label: string;
  readonly description: string;
  readonly value: number;
  readonly limits: { readonly least: number; readonly most: number };
  readonly onChange: (value: number) => void;
}

/** A whole number between limits. What is typed counts once it is one; else it is said, and the last good one stays. */
export function LimitField({ label, description, value, limits, onChange }: LimitFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && readLimit(typed, limits) === null;
  return (
    <TextInput
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      inputMode="numeric"
      autoComplete="off"
      w={300}
      maxLength={4}
      value={typed ?? String(value)}
      error={isWrong ? `Enter a whole number from ${limits.least} to ${limits.most}.` : null}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        const read = readLimit(currentTarget.value, limits);
        if (read !== null) onChange(read);
      }}
      // A wrong one stays to be corrected; a good one is shown as it was taken.
      onBlur={() => {
        if (!isWrong) setTyped(null);
      }}
    />
  );
}

function readLimit(typed: string, { least, most }: LimitFieldProps['limits']): number | null {
  if (!/^\d+$/.test(typed.trim())) return null;
  const value = Number(typed);
  return value >= least && value <= most ? value : null;
}
