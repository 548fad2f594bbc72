import { ActionIcon, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import type { RefObject } from 'react';

interface QuickBoxProps {
  readonly value: string;
  readonly onType: (value: string) => void;
  /** Enter was pressed; empty text asks for the recent orders again. */
  readonly onFind: (text: string) => void;
  /** Arrow down: on to the results. */
  readonly onDown: () => void;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

/** Takes an order number or a reference. */
export function QuickBox({ value, onType, onFind, onDown, inputRef }: QuickBoxProps) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onFind(value.trim());
      }}
    >
      <TextInput
        ref={inputRef}
        type="search"
        aria-label="Order number or reference"
        placeholder="Order number or reference"
        leftSection={<Search size={14} aria-hidden />}
        rightSection={
          <ActionIcon
            type="submit"
            size="sm"
            variant="subtle"
            color="gray"
            aria-label="Find this order"
            tabIndex={-1}
          >
            ↵
          </ActionIcon>
        }
        value={value}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        w={250}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          onDown();
        }}
        onChange={(event) => onType(event.currentTarget.value)}
      />
    </form>
  );
}
