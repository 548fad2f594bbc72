import { ActionIcon, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import type { RefObject } from 'react';

interface QuickBoxProps {
  /** What it takes. */
  readonly label: string;
  /** What its button does. */
  readonly findLabel: string;
  /** In px. */
  readonly width: number;
  readonly value: string;
  readonly onType: (value: string) => void;
  /** Enter was pressed, on an empty text too. */
  readonly onFind: (text: string) => void;
  /** Arrow down: on to the results. */
  readonly onDown: () => void;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

/** One box that finds: Enter looks for what was typed, Down goes on to the results. */
export function QuickBox({
  label,
  findLabel,
  width,
  value,
  onType,
  onFind,
  onDown,
  inputRef,
}: QuickBoxProps) {
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
        aria-label={label}
        placeholder={label}
        leftSection={<Search size={14} aria-hidden />}
        rightSection={
          <ActionIcon
            type="submit"
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={findLabel}
            tabIndex={-1}
          >
            ↵
          </ActionIcon>
        }
        value={value}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        w={width}
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
