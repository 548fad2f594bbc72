import { Button, Group, Text, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { type ClipboardEvent, type RefObject, useId } from 'react';
import { readOrderNumbers } from '../../shared/fulfilment/order-numbers.ts';

interface LookupBoxProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly value: string;
  /** What is wrong with what was typed; null when nothing is. */
  readonly problem: string | null;
  readonly onType: (text: string) => void;
  readonly onSubmit: () => void;
  /** Arrow down: on to the results. */
  readonly onDown: () => void;
}

/** Takes one Shopify number or several, also a column pasted from a spreadsheet. */
export function LookupBox({ inputRef, value, problem, onType, onSubmit, onDown }: LookupBoxProps) {
  const hintId = useId();
  const count = readOrderNumbers(value).length;

  // A line of text has no line breaks; the browser would let the numbers of a column run together.
  const paste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\r\n\t]/.test(text)) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const before = value.slice(0, selectionStart ?? value.length);
    const after = value.slice(selectionEnd ?? value.length);
    onType(`${before}${text.trim().replace(/\s+/g, ' ')}${after}`);
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Group gap="xs">
        <TextInput
          ref={inputRef}
          type="search"
          aria-label="Shopify order numbers"
          placeholder="12345, or several"
          leftSection={<Search size={14} aria-hidden />}
          value={value}
          error={problem !== null}
          aria-describedby={hintId}
          maxLength={40_000}
          spellCheck={false}
          autoComplete="off"
          w={320}
          onPaste={paste}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            onDown();
          }}
          onChange={(event) => onType(event.currentTarget.value)}
        />
        <Button type="submit">Look up</Button>
        <Text id={hintId} size="sm" c={problem === null ? 'dimmed' : 'var(--mantine-color-error)'}>
          <span role="alert">{problem}</span>
          {problem === null && count > 1 && `${count.toLocaleString()} numbers, a request each`}
        </Text>
      </Group>
    </form>
  );
}
