import { ActionIcon, Text, Tooltip } from '@mantine/core';
import { CircleSlash, RotateCcw } from 'lucide-react';
import { type RefObject, useCallback, useMemo, useState } from 'react';
import { assertNever } from '../../../shared/errors.ts';
import type { ImportMapping } from '../../../shared/import/columns/import-mapping.ts';
import { useCommand } from '../../app/commands.ts';
import { callDesk } from '../../bridge/call.ts';
import { oneLine, whyRefused } from '../../drafts/lines/line-commands.ts';
import { usualLayout } from '../../line-grid/columns/column-layout.ts';
import { LineGrid } from '../../line-grid/drawing/line-grid.tsx';
import type { LineGridHandle } from '../../line-grid/line-grid-props.ts';
import type { GridCommand, GridRow } from '../../line-grid/model/grid-model.ts';
import { notify } from '../../ui/notify.tsx';
import type { ImportSession } from '../session/import-session.ts';
import type { ShownRow } from '../session/import-snapshot.ts';
import { CheckGridRow, checkColumns, checkLook, gridRowMaker, rowEdits } from './check-rows.ts';
import { rowState } from './problem-words.ts';

interface CheckGridProps {
  readonly session: ImportSession;
  readonly rows: readonly ShownRow[];
  readonly mapping: ImportMapping;
  readonly withOrderFields: boolean;
  readonly handle: RefObject<LineGridHandle | null>;
}

/** The rows of the file in the grid, to be mended in place. */
export function CheckGrid({ session, rows, mapping, withOrderFields, handle }: CheckGridProps) {
  const [layout, setLayout] = useState(usualLayout);
  const columns = useMemo(() => checkColumns(mapping, withOrderFields), [mapping, withOrderFields]);
  const [makeRows] = useState(gridRowMaker);
  const gridRows = useMemo(() => makeRows(rows), [makeRows, rows]);
  useCommand('find', () => handle.current?.find());
  const onCommand = useCallback(
    (command: GridCommand): void => {
      switch (command.kind) {
        case 'write': {
          const [first] = command.cells;
          const typing = command.typing && first !== undefined ? `${first.rowId} ${first.column}` : null;
          session.edit({ kind: 'set', edits: rowEdits(command.cells) }, typing);
          break;
        }
        case 'cancel-typing':
          session.cancelTyping();
          break;
        case 'leave':
          session.endTyping();
          break;
        case 'take':
        case 'insert':
        case 'remove':
        case 'move':
          break;
        default:
          assertNever(command);
      }
    },
    [session],
  );
  return (
    <LineGrid
      label="Rows of the file"
      title={null}
      foot={
        <Text size="sm" c="dimmed">
          The numbers are those of the lines in the file.
        </Text>
      }
      rows={gridRows}
      columnMenu={null}
      canWrite
      canAdd={false}
      whyFixed={nothing}
      whyKept={nothing}
      whyRefused={whyRefused}
      lookOf={look}
      stateOf={state}
      drawRowHead={useCallback(
        (gridRow: GridRow) => <LeaveOutButton session={session} row={rowOf(gridRow)} />,
        [session],
      )}
      numberOf={number}
      cellLabel={cellLabel}
      suggestions={null}
      clean={oneLine}
      onPaste={() => void callDesk('app.paste', {})}
      onSeen={null}
      onSay={notify}
      onLayout={setLayout}
      {...{ columns, layout, onCommand, handle }}
    />
  );
}

interface LeaveOutButtonProps {
  readonly session: ImportSession;
  readonly row: ShownRow | undefined;
}

/** Leaves a row out of the import, or takes it in again. */
function LeaveOutButton({ session, row }: LeaveOutButtonProps) {
  if (row === undefined) return null;
  const { id, line, isLeftOut } = row;
  const words = isLeftOut ? `Take line ${line} in again` : `Leave line ${line} out`;
  const Icon = isLeftOut ? RotateCcw : CircleSlash;
  return (
    <Tooltip label={words} position="right">
      <ActionIcon
        size="xs"
        variant="subtle"
        color="gray"
        tabIndex={-1}
        aria-label={words}
        onClick={() => session.edit({ kind: 'leave-out', ids: [id], isLeftOut: !isLeftOut })}
      >
        <Icon size={12} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

function rowOf(gridRow: GridRow | undefined): ShownRow | undefined {
  return gridRow instanceof CheckGridRow ? gridRow.row : undefined;
}

function look(gridRow: GridRow, column: string) {
  return gridRow instanceof CheckGridRow ? checkLook(gridRow, column) : null;
}

function state(gridRow: GridRow) {
  const row = rowOf(gridRow);
  return row === undefined ? null : rowState(row);
}

function number(gridRow: GridRow | undefined): string {
  return String(rowOf(gridRow)?.line ?? '');
}

function cellLabel(line: string, column: string): string {
  return `Line ${line} of the file ${column}`;
}

function nothing(): null {
  return null;
}
