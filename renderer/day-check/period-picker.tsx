import { Group, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { useId } from 'react';
import type { Connection } from '../../shared/connections/connection.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import { dateText, type PeriodChoice } from './period.ts';

interface PeriodPickerProps {
  readonly choice: PeriodChoice;
  /** What is wrong with the dates; null when nothing is. */
  readonly problem: string | null;
  readonly connections: readonly Connection[];
  readonly connectionId: ConnectionId | null;
  readonly onChoice: (choice: PeriodChoice) => void;
  readonly onConnection: (id: ConnectionId | null) => void;
}

const ALL = 'all';
const kinds = [
  { value: 'today', label: 'Today' },
  { value: 'yesterday', label: 'Yesterday' },
  { value: 'week', label: 'This week' },
  { value: 'days', label: 'From – to' },
];

/** Which days, and of which connection. */
export function PeriodPicker(props: PeriodPickerProps) {
  const { choice, problem, connections, connectionId, onChoice, onConnection } = props;
  const problemId = useId();
  const chooseKind = (kind: string): void => {
    const today = dateText(new Date());
    if (kind === 'today' || kind === 'yesterday' || kind === 'week') onChoice({ kind });
    else onChoice({ kind: 'days', from: today, to: today });
  };
  return (
    <Group gap="xs" align="center">
      <SegmentedControl
        aria-label="Which days"
        data={kinds}
        value={choice.kind}
        onChange={chooseKind}
        transitionDuration={0}
      />
      {choice.kind === 'days' && (
        <>
          <TextInput
            type="date"
            aria-label="From"
            value={choice.from}
            error={problem !== null}
            aria-describedby={problemId}
            onChange={({ currentTarget }) => onChoice({ ...choice, from: currentTarget.value })}
          />
          <TextInput
            type="date"
            aria-label="To"
            value={choice.to}
            error={problem !== null}
            aria-describedby={problemId}
            onChange={({ currentTarget }) => onChoice({ ...choice, to: currentTarget.value })}
          />
        </>
      )}
      <Select
        aria-label="Connection"
        w={200}
        allowDeselect={false}
        data={[
          { value: ALL, label: 'All connections' },
          ...connections.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={connectionId ?? ALL}
        onChange={(value) => onConnection(connections.find(({ id }) => id === value)?.id ?? null)}
      />
      {problem !== null && (
        <Text id={problemId} size="sm" c="var(--mantine-color-error)" role="alert">
          {problem}
        </Text>
      )}
    </Group>
  );
}
