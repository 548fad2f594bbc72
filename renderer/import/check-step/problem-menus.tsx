import { Button, Group, Menu } from '@mantine/core';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ProblemKind } from '../../../shared/import/check/checked-row.ts';
import type { ImportSession } from '../session/import-session.ts';
import type { ShownRow } from '../session/import-snapshot.ts';
import { askReplacement } from './ask-replacement.tsx';
import { type ProblemGroup, problemNames } from './problem-words.ts';
import type { RowFilter } from './row-filter.ts';

interface ProblemMenusProps {
  readonly session: ImportSession;
  readonly groups: readonly ProblemGroup[];
  readonly rows: readonly ShownRow[];
  readonly onShow: (filter: RowFilter) => void;
}

/** Each problem with the number of rows that have it, and what can be done for all of them at once. */
export function ProblemMenus({ session, groups, rows, onShow }: ProblemMenusProps) {
  return (
    <Group gap={6}>
      {groups.map((group) => (
        <ProblemMenu key={group.kind} {...{ session, group, rows, onShow }} />
      ))}
    </Group>
  );
}

type ProblemMenuProps = Omit<ProblemMenusProps, 'groups'> & { readonly group: ProblemGroup };

function ProblemMenu({ session, group, rows, onShow }: ProblemMenuProps) {
  const { kind, isError, ids, proposals } = group;
  const Icon = isError ? CircleAlert : TriangleAlert;
  const rowWords = ids.length === 1 ? 'this row' : `these ${ids.length.toLocaleString('en')} rows`;
  const takeProposals = async (): Promise<void> => {
    const edits = await session.rule({ kind: 'take-proposals', problem: kind }, ids);
    if (edits.length > 0) session.edit({ kind: 'set', edits });
  };
  const field = fieldOf(kind, ids, rows);
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={
            <Icon
              size={13}
              aria-hidden
              color={`var(--mantine-color-${isError ? 'error' : 'yellow-light-color'})`}
            />
          }
        >
          {problemNames[kind]}: {ids.length.toLocaleString('en')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onShow(kind)}>Show {rowWords}</Menu.Item>
        {proposals > 0 && (
          <Menu.Item onClick={() => void takeProposals()}>
            Take what is proposed for {proposals === 1 ? 'one of them' : `${proposals} of them`}
          </Menu.Item>
        )}
        {field !== null && (
          <Menu.Item onClick={() => askReplacement({ session, ids, ...field })}>
            Replace in {rowWords}…
          </Menu.Item>
        )}
        {(kind === 'ragged' || kind === 'quotes') && (
          <Menu.Item onClick={() => session.edit({ kind: 'accept', ids, problem: kind, isAccepted: true })}>
            Take {rowWords} as read
          </Menu.Item>
        )}
        <Menu.Item onClick={() => session.edit({ kind: 'leave-out', ids, isLeftOut: true })}>
          Leave {rowWords} out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The field that a problem is about in all rows; null when it is about the row as a whole. */
function fieldOf(kind: ProblemKind, ids: readonly number[], rows: readonly ShownRow[]) {
  const [first] = ids;
  const problem = first === undefined ? undefined : rows[first]?.problems.find((one) => one.kind === kind);
  return problem?.field == null ? null : { table: problem.table, field: problem.field };
}
