import { Button, Group, Text, Title } from '@mantine/core';
import { RefreshCw } from 'lucide-react';
import { type ReactNode, type RefObject, useMemo } from 'react';
import type { OrderNumber } from '../../../shared/ids.ts';
import { useDeskQuery } from '../../bridge/use-desk-query.ts';
import type { LineGridHandle } from '../../line-grid/line-grid-props.ts';
import { messageOf } from '../../ui/error-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { When } from '../../ui/when.tsx';
import classes from '../draft.module.css';
import type { DraftContent } from '../draft-model.ts';
import type { DraftSession } from '../draft-session.ts';
import type { StepStates } from '../step-states.ts';
import { PresentLineTable } from './present-line-table.tsx';
import { presentLines } from './present-lines.ts';

interface PresentLineGridProps {
  readonly session: DraftSession;
  readonly orderNumber: OrderNumber;
  readonly content: DraftContent;
  readonly problems: ReadonlyMap<string, string>;
  readonly states: StepStates;
  readonly onLeave: (key: string) => void;
  readonly readOnly: boolean;
  readonly handle: RefObject<LineGridHandle | null>;
}

/** The lines that the order in PIMS has, to be changed where PIMS gave their lock code. */
export function PresentLineGrid(props: PresentLineGridProps) {
  const { session, orderNumber, content, problems, states, onLeave, readOnly, handle } = props;
  // What the order's own screen has read will do; reading again is billed and the person's choice.
  const order = useDeskQuery('orders.single', { orderNumber }, { enabled: !readOnly });
  const lines = useMemo(
    () => presentLines(readOnly ? null : (order.data?.lines ?? null), content.changes),
    [readOnly, order.data, content.changes],
  );
  const title = (
    <Group gap="sm">
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
    </Group>
  );
  return (
    <section className={classes.presentLines} aria-label={`Lines of order ${orderNumber}`}>
      {table()}
    </section>
  );

  function table(): ReactNode {
    if (order.isLoading) {
      return (
        <>
          {title}
          <LoadingRows label={`Reading the lines of order ${orderNumber}`} rows={4} />
        </>
      );
    }
    const unread = !readOnly && order.data === undefined && (
      <Text size="sm" role="status">
        The lines of the order can’t be shown now: {order.error === null ? '' : messageOf(order.error)}{' '}
        {lines.length > 0
          ? 'Those that you changed are shown as you saw them.'
          : 'New lines can be added all the same.'}
      </Text>
    );
    if (lines.length === 0) {
      return (
        <>
          {title}
          {unread || <Text size="sm">The order has no lines yet.</Text>}
        </>
      );
    }
    return (
      <>
        {unread}
        <PresentLineTable {...{ session, lines, problems, states, readOnly, onLeave, handle, title }} />
      </>
    );
  }
}
