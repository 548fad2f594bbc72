import { ActionIcon, Button, Group, Select, Text, Tooltip } from '@mantine/core';
import { Download, Redo2, Undo2 } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { type DuplicatePolicy, duplicatePolicies } from '../../../shared/import/check/check-row.ts';
import type { LineGridHandle } from '../../line-grid/line-grid-props.ts';
import { useUndoKeys } from '../../ui/use-undo-keys.ts';
import { saveReturned } from '../create-step/save-returned.ts';
import type { ImportSession } from '../session/import-session.ts';
import type { ImportSnapshot, RowCheck } from '../session/import-snapshot.ts';
import { AskPims } from './ask-pims.tsx';
import { CheckGrid } from './check-grid.tsx';
import { ProblemMenus } from './problem-menus.tsx';
import { countWords, problemGroups, problemNames } from './problem-words.ts';
import { filteredRows, type RowFilter } from './row-filter.ts';

interface CheckStepProps {
  readonly session: ImportSession;
  readonly snapshot: ImportSnapshot;
}

const duplicateNames: Readonly<Record<DuplicatePolicy, string>> = {
  mark: 'Part twice: remark on it',
  keep: 'Part twice: keep both lines',
  merge: 'Part twice: add them up',
};

const nothingChecked: Pick<RowCheck, 'rows' | 'order'> = { rows: [], order: [] };

/** The third step: every row, problems first, mended in place or left out. */
export function CheckStep({ session, snapshot }: CheckStepProps) {
  const { check, columns, into } = snapshot;
  const [filter, setFilter] = useState<RowFilter>('all');
  const grid = useRef<LineGridHandle>(null);
  const undo = (): void => {
    grid.current?.handOver();
    session.undo();
  };
  const redo = (): void => {
    grid.current?.handOver();
    session.redo();
  };
  useUndoKeys({ undo, redo });
  const { rows, order } = check ?? nothingChecked;
  const groups = useMemo(() => problemGroups(rows), [rows]);
  const shown = useMemo(() => filteredRows({ rows, order }, filter), [rows, order, filter]);
  if (check === null || columns === null) return null;
  const { counts, duplicates, canUndo, canRedo } = check;
  return (
    <>
      <Group justify="space-between" gap="sm" mb={6} align="flex-end">
        <Group gap="sm" align="flex-end">
          <Select
            aria-label="Which rows to show"
            data={filterChoices(counts, filter)}
            value={filter}
            allowDeselect={false}
            w={215}
            onChange={(_, option) => setFilter(asFilter(option?.value))}
          />
          <Text size="sm" role="status" pb={5}>
            {countWords(counts)}
          </Text>
        </Group>
        <Group gap="xs" align="flex-end">
          <Select
            aria-label="What is done with a part that comes twice in one order"
            data={duplicatePolicies.map((value) => ({ value, label: duplicateNames[value] }))}
            value={duplicates}
            allowDeselect={false}
            w={215}
            onChange={(_, option) => {
              const policy = duplicatePolicies.find((one) => one === option?.value);
              if (policy !== undefined) void session.setDuplicates(policy);
            }}
          />
          <AskPims {...{ session, snapshot }} />
          <Button
            variant="default"
            leftSection={<Download size={14} aria-hidden />}
            disabled={counts.bad + counts.leftOut === 0}
            onClick={() => void saveReturned(session, snapshot.name)}
          >
            Save the rest…
          </Button>
          {[
            { label: 'Undo', keys: 'Ctrl+Z', Icon: Undo2, run: undo, isOn: canUndo },
            { label: 'Redo', keys: 'Ctrl+Shift+Z', Icon: Redo2, run: redo, isOn: canRedo },
          ].map(({ label, keys, Icon, run, isOn }) => (
            <Tooltip key={label} label={`${label} (${keys})`}>
              <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={!isOn} onClick={run}>
                <Icon size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          ))}
        </Group>
      </Group>
      {groups.length > 0 && <ProblemMenus {...{ session, groups, rows }} onShow={setFilter} />}
      <CheckGrid
        {...{ session }}
        rows={shown}
        mapping={columns.mapping}
        withOrderFields={into === null}
        handle={grid}
      />
    </>
  );
}

function filterChoices(
  { rows, bad, warned, leftOut }: { rows: number; bad: number; warned: number; leftOut: number },
  filter: RowFilter,
) {
  const choice = (value: RowFilter, label: string, count: number) => ({
    value,
    label: `${label} (${count.toLocaleString('en')})`,
  });
  const usual = [
    choice('all', 'All rows, problems first', rows),
    choice('problems', 'Rows with problems', bad),
    choice('remarks', 'Rows with remarks', warned),
    choice('left-out', 'Rows left out', leftOut),
  ];
  const isUsual = usual.some(({ value }) => value === filter);
  return isUsual ? usual : [...usual, { value: filter, label: nameOf(filter) }];
}

function nameOf(filter: RowFilter): string {
  return filter in problemNames ? problemNames[filter as keyof typeof problemNames] : filter;
}

function asFilter(value: string | undefined): RowFilter {
  const usual = (['all', 'problems', 'remarks', 'left-out'] as const).find((one) => one === value);
  if (usual !== undefined) return usual;
  const kinds = Object.keys(problemNames) as (keyof typeof problemNames)[];
  return kinds.find((one) => one === value) ?? 'all';
}
