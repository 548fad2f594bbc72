import { Text } from '@mantine/core';
import { type ReactNode, type RefObject, useCallback, useLayoutEffect, useMemo, useState } from 'react';
import { fieldsSetByPims } from '../../../shared/pims/fields.ts';
import { useCommand } from '../../app/commands.ts';
import { useDeskQuery } from '../../bridge/use-desk-query.ts';
import { LineGrid } from '../../line-grid/drawing/line-grid.tsx';
import type { LineGridHandle } from '../../line-grid/line-grid-props.ts';
import type { GridRow } from '../../line-grid/model/grid-model.ts';
import { notify } from '../../ui/notify.tsx';
import type { DraftSession } from '../draft-session.ts';
import { LineColumnMenu } from '../lines/line-column-menu.tsx';
import { lineColumns } from '../lines/line-columns.ts';
import { oneLine, whyRefused } from '../lines/line-commands.ts';
import { LineTally, sumWords } from '../lines/line-tally.ts';
import { useColumnLayout } from '../lines/use-column-layout.ts';
import type { StepStates } from '../step-states.ts';
import { presentCommandRunner } from './present-commands.ts';
import { PresentLineHead } from './present-line-head.tsx';
import {
  type PresentLine,
  type PresentRow,
  presentLook,
  presentRows,
  presentState,
  summedFields,
  whyFixed,
} from './present-lines.ts';

interface PresentLineTableProps {
  readonly session: DraftSession;
  readonly lines: readonly PresentLine[];
  readonly problems: ReadonlyMap<string, string>;
  /** Where changes that were submitted stand. */
  readonly states: StepStates;
  readonly readOnly: boolean;
  readonly onLeave: (key: string) => void;
  readonly handle: RefObject<LineGridHandle | null>;
  /** Above the grid. */
  readonly title: ReactNode;
}

const firstFields = ['PART_CODE', 'DESCRIPTION', 'QUANTITY', 'NUMBER_SHIPPED'];
/** They stand at the head of the rows, are the same in all of them, or are nobody's business. */
const leftFields = fieldsSetByPims.ORDER_LINEITEMS.filter((field) => field !== 'NUMBER_SHIPPED');

/** The lines of an order in the grid, with what the draft changes of them. */
export function PresentLineTable(props: PresentLineTableProps) {
  const { session, lines, problems, states, readOnly, onLeave, handle, title } = props;
  const [tally] = useState(() => new LineTally());
  const rows = useMemo(() => presentRows(lines), [lines]);
  const sums = useMemo(() => tally.update(rows.map(summedFields)), [tally, rows]);
  const known = useDeskQuery('orders.fieldNames', { table: 'ORDER_LINEITEMS' }).data;
  const [layout, setLayout] = useColumnLayout('orderLineLayouts', session.connectionId);
  const columns = useMemo(() => {
    const used = sums.fields.filter((field) => !leftFields.includes(field));
    return lineColumns(firstFields, known ?? [], used, layout, leftFields);
  }, [known, sums.fields, layout]);

  useLayoutEffect(() => session.addTyper(() => handle.current?.handOver()), [session, handle]);
  // Ctrl+F finds in the table that the person is in.
  const [isIn, setIn] = useState(false);
  useCommand('find', () => handle.current?.find(), { enabled: isIn });
  const followFocus = { onFocus: () => setIn(true), onBlur: () => setIn(false) };

  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const lineOf = useCallback((row: GridRow): PresentRow | undefined => byId.get(row.id), [byId]);
  const onCommand = useMemo(
    () => presentCommandRunner(session, onLeave, (id) => byId.get(id)?.line),
    [session, onLeave, byId],
  );
  return (
    <div style={{ display: 'contents' }} {...followFocus}>
      <LineGrid
        label="Lines of the order"
        canWrite={!readOnly}
        canAdd={false}
        whyFixed={useCallback((row, column) => whyFixed(row && lineOf(row)?.line, column), [lineOf])}
        whyKept={useCallback(
          (row) => {
            const lock = lineOf(row)?.line.lock;
            return lock?.state === 'closed' ? lock.reason : null;
          },
          [lineOf],
        )}
        lookOf={useCallback(
          (row, column) => presentLook(lineOf(row)?.line, column, problems),
          [lineOf, problems],
        )}
        stateOf={useCallback(
          (row) => states.get(row.id) ?? presentState(lineOf(row)?.line, problems),
          [states, lineOf, problems],
        )}
        drawRowHead={useCallback(
          (row) => {
            const line = lineOf(row)?.line;
            return line === undefined ? null : <PresentLineHead {...{ session, line, readOnly, handle }} />;
          },
          [lineOf, session, readOnly, handle],
        )}
        numberOf={numberOf}
        cellLabel={cellLabel}
        suggestions={null}
        onSeen={null}
        clean={oneLine}
        whyRefused={whyRefused}
        onSay={notify}
        onLayout={setLayout}
        columnMenu={
          <LineColumnMenu
            id="add-present-line-field"
            left={leftFields}
            onLayout={setLayout}
            {...{ columns, layout }}
          />
        }
        foot={<Text size="sm">{sumWords(sums)}</Text>}
        {...{ title, rows, columns, layout, onCommand, handle }}
      />
    </div>
  );
}

function numberOf(row: GridRow | undefined): string {
  return row?.id ?? '';
}

function cellLabel(number: string, column: string): string {
  return `Line ${number} of the order ${column}`;
}
