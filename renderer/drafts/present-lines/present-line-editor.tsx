import { Button, Text, Title } from '@mantine/core';
import { RefreshCw } from 'lucide-react';
import { type ReactNode, type RefObject, useMemo, useState } from 'react';
import type { OrderNumber } from '../../../shared/ids.ts';
import { useDeskQuery } from '../../bridge/use-desk-query.ts';
import { messageOf } from '../../ui/error-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { When } from '../../ui/when.tsx';
import classes from '../draft.module.css';
import type { DraftContent } from '../draft-model.ts';
import { changeKey } from '../draft-problems.ts';
import type { DraftSession } from '../draft-session.ts';
import { FieldAdder } from '../field-adder.tsx';
import { type PresentLinesHandle, PresentLineTable } from './present-line-table.tsx';
import { isFixedField, type PresentLine, presentColumns, presentLines } from './present-lines.ts';

interface PresentLineEditorProps {
  readonly session: DraftSession;
  readonly orderNumber: OrderNumber;
  readonly content: DraftContent;
  readonly problems: ReadonlyMap<string, string>;
  readonly onLeave: (key: string) => void;
  readonly readOnly: boolean;
  readonly handle: RefObject<PresentLinesHandle | null>;
}

/** The lines that the order in PIMS has, to be changed where PIMS gave their lock code. */
export function PresentLineEditor(props: PresentLineEditorProps) {
  const { session, orderNumber, content, problems, onLeave, readOnly, handle } = props;
  // What the order's own screen has read will do; reading again is billed and the person's choice.
  const order = useDeskQuery('orders.single', { orderNumber }, { enabled: !readOnly });
  const [addedColumns, setAddedColumns] = useState<readonly string[]>([]);
  const [focused, setFocused] = useState<{ readonly lineNumber: string; readonly field: string } | null>(
    null,
  );
  const lines = useMemo(
    () => presentLines(readOnly ? null : (order.data?.lines ?? null), content.changes),
    [readOnly, order.data, content.changes],
  );
  const columns = useMemo(
    () => [...new Set([...presentColumns(lines), ...addedColumns])],
    [lines, addedColumns],
  );
  const line = lines.find(({ lineNumber }) => lineNumber === focused?.lineNumber);
  const problemHere =
    focused === null ? undefined : problems.get(changeKey(focused.lineNumber, focused.field));
  return (
    <section className={classes.presentLines} aria-label={`Lines of order ${orderNumber}`}>
      <div className={classes.linesHead}>
        <Title order={2} size="h5">
          {readOnly ? 'Changes of lines' : `Lines of order ${orderNumber}`}
        </Title>
        {!readOnly && order.data !== undefined && (
          <Text size="sm" c="dimmed">
            Read <When iso={order.data.readAt} />
          </Text>
        )}
        {!readOnly && (
          <Button
            variant="default"
            size="compact-xs"
            leftSection={<RefreshCw size={12} aria-hidden />}
            loading={order.isFetching}
            onClick={() => void order.refetch()}
          >
            Read again
          </Button>
        )}
      </div>
      {table()}
    </section>
  );

  function table(): ReactNode {
    if (order.isLoading) return <LoadingRows label={`Reading the lines of order ${orderNumber}`} rows={4} />;
    const unread = !readOnly && order.data === undefined && (
      <Text size="sm" role="status">
        The lines of the order can’t be shown now: {order.error === null ? '' : messageOf(order.error)}{' '}
        {lines.length > 0
          ? 'Those that you changed are shown as you saw them.'
          : 'New lines can be added all the same.'}
      </Text>
    );
    if (lines.length === 0) return unread || <Text size="sm">The order has no lines yet.</Text>;
    return (
      <>
        {unread}
        <PresentLineTable
          onFocus={(one, field) =>
            setFocused(one === undefined ? null : { lineNumber: one.lineNumber, field })
          }
          {...{ session, lines, columns, problems, readOnly, onLeave, handle }}
        />
        {!readOnly && (
          <div className={classes.foot}>
            <Text size="sm" c={problemHere === undefined ? 'dimmed' : 'red'} className={classes.here}>
              {problemHere ?? whyFixed(line, focused?.field)}
            </Text>
            <FieldAdder
              id="add-present-line-field"
              table="ORDER_LINEITEMS"
              label="Add a column"
              example="UNIT_PRICE"
              present={columns}
              onAdd={(field) => {
                setAddedColumns([...addedColumns, field]);
                const target = line ?? lines.find(({ lock }) => lock.state === 'open');
                if (target !== undefined) {
                  requestAnimationFrame(() => handle.current?.goTo({ lineNumber: target.lineNumber, field }));
                }
              }}
            />
          </div>
        )}
      </>
    );
  }
}

/** Why the cell that has the focus can't be edited; undefined when it can. */
function whyFixed(line: PresentLine | undefined, field: string | undefined): string | undefined {
  if (line === undefined || field === undefined) return undefined;
  if (line.lock.state === 'closed') return `Can’t be changed here. ${line.lock.reason}`;
  if (field === 'PART_CODE') return 'The part of a line stays. Add a new line for another part.';
  return isFixedField(field) ? `PIMS sets ${field} itself.` : undefined;
}
