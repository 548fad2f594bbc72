import { Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import type { RefObject } from 'react';
import type { Submission } from '../../shared/outbox/submission.ts';
import { isOpen, needsPerson } from '../../shared/outbox/whose-turn.ts';
import { connectionsOf, type OutboxFilter, type Shown } from './outbox-filter.ts';

interface OutboxFilterBarProps {
  readonly all: readonly Submission[];
  readonly filter: OutboxFilter;
  readonly onChange: (filter: OutboxFilter) => void;
  readonly searchRef: RefObject<HTMLInputElement | null>;
}

/** Which of the submissions are listed. */
export function OutboxFilterBar({ all, filter, onChange, searchRef }: OutboxFilterBarProps) {
  const connections = connectionsOf(all);
  return (
    <Group gap="xs" mb={8}>
      <TextInput
        ref={searchRef}
        type="search"
        aria-label="Search the outbox"
        placeholder="Reference, customer or order"
        leftSection={<Search size={14} aria-hidden />}
        w={240}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
      <SegmentedControl<Shown>
        aria-label="Which submissions to show"
        data={[
          { value: 'all', label: 'All' },
          { value: 'open', label: `Not finished (${all.filter(isOpen).length})` },
          { value: 'yours', label: `Needs you (${all.filter(needsPerson).length})` },
        ]}
        value={filter.shown}
        onChange={(shown) => onChange({ ...filter, shown })}
        transitionDuration={0}
      />
      {connections.length > 1 && (
        <Select
          aria-label="Connection"
          placeholder="Every connection"
          data={connections}
          value={filter.connectionId}
          onChange={(_, option) =>
            onChange({
              ...filter,
              connectionId: connections.find(({ value }) => value === option?.value)?.value ?? null,
            })
          }
          clearable
          w={200}
        />
      )}
    </Group>
  );
}
