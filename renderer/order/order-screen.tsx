import { Button, Group, Tooltip } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ArrowLeft, CopyPlus, List, ListPlus, RefreshCw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { REFERENCE_FIELD } from '../../shared/connections/connection.ts';
import type { OrderNumber } from '../../shared/ids.ts';
import type { Order } from '../../shared/orders/order.ts';
import { useChosenConnection } from '../app/chosen-connection.ts';
import { useScreenAction } from '../app/commands.ts';
import { paths, useGoTo } from '../app/routes.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { ErrorNotice, messageOf } from '../ui/error-notice.tsx';
import { LoadingRows } from '../ui/loading-rows.tsx';
import { notify } from '../ui/notify.tsx';
import { Screen } from '../ui/screen.tsx';
import { StageBadge } from '../ui/stage-badge.tsx';
import { When } from '../ui/when.tsx';
import { linesForOrder } from './lines-for-order.ts';
import { NeighbourButtons } from './neighbour-buttons.tsx';
import { newOrderLike } from './new-order-like.ts';
import classes from './order.module.css';
import { OrderHeader } from './order-header.tsx';
import { OrderLines } from './order-lines.tsx';
import { RawFields } from './raw-fields.tsx';
import { useEscape } from './use-escape.ts';

/** One order as PIMS has it: header, lines with padlocks, and every raw field on demand. */
export function OrderScreen({ orderNumber }: { readonly orderNumber: OrderNumber }) {
  const goTo = useGoTo();
  // Read anew at each visit: others may have changed it. What was read before stays in sight meanwhile.
  const order = useDeskQuery('orders.single', { orderNumber }, { refetchOnMount: 'always' });
  const [rawOpened, setRawOpened] = useState(false);
  const copy = useMutation({
    mutationFn: newOrderLike,
    onSuccess: (id) => goTo(paths.draft(id)),
    onError: (error) => notify('problem', messageOf(error)),
  });

  const referenceField = useChosenConnection()?.referenceField ?? REFERENCE_FIELD;
  const edit = useMutation({
    mutationFn: (present: Order) => linesForOrder(present, referenceField),
    onSuccess: (id) => goTo(paths.draft(id)),
    onError: (error) => notify('problem', messageOf(error)),
  });

  const refresh = (): void => void order.refetch();
  useScreenAction('order-refresh', 'Read the order again', refresh);
  useScreenAction('order-raw', 'Show all fields of the order', () => setRawOpened(true));

  useScreenAction(
    'order-lines',
    'Add or edit lines of the order',
    () => order.data !== undefined && edit.mutate(order.data),
    { enabled: order.data !== undefined },
  );

  const shopifyNumber = order.data?.fields.SHOPIFY_ORDER_NUMBER?.trim() ?? '';
  useScreenAction(
    'order-shopify',
    'Look the order up by its Shopify number',
    () => goTo(paths.findShopify(shopifyNumber)),
    { enabled: shopifyNumber !== '' },
  );

  useEscape(() => goTo(paths.orders()));

  const back = (
    <Button
      variant="default"
      leftSection={<ArrowLeft size={14} aria-hidden />}
      onClick={() => goTo(paths.orders())}
    >
      Orders
    </Button>
  );

  const orderActions = (present: Order): ReactNode => (
    <>
      <Button
        variant="default"
        leftSection={<List size={14} aria-hidden />}
        onClick={() => setRawOpened(true)}
      >
        All fields
      </Button>
      <Button
        variant="default"
        leftSection={<CopyPlus size={14} aria-hidden />}
        loading={copy.isPending}
        onClick={() => copy.mutate(present)}
      >
        New order like this
      </Button>
      <Tooltip
        multiline
        maw={300}
        label="Opens a draft with this order’s lines: nothing reaches PIMS before you submit it"
      >
        <Button
          leftSection={<ListPlus size={14} aria-hidden />}
          loading={edit.isPending}
          onClick={() => edit.mutate(present)}
        >
          Add or edit lines
        </Button>
      </Tooltip>
    </>
  );

  return (
    <Screen
      title={`Order ${orderNumber}`}
      subtitle={
        <Group gap="xs" wrap="nowrap">
          <CopyButton value={orderNumber} what="order number" />
          <StageBadge raw={order.data?.fields.ORDER_TYPE} />
          {order.data !== undefined && (
            <span>
              Read <When iso={order.data.readAt} />
            </span>
          )}
        </Group>
      }
      actions={
        <>
          <NeighbourButtons orderNumber={orderNumber} />
          {back}
          {order.data !== undefined && orderActions(order.data)}
          <Button
            variant="default"
            leftSection={<RefreshCw size={14} aria-hidden />}
            loading={order.isFetching}
            onClick={refresh}
          >
            Refresh
          </Button>
        </>
      }
    >
      {body()}
      {order.data !== undefined && (
        <RawFields
          title={`All fields of order ${orderNumber}`}
          fields={order.data.fields}
          opened={rawOpened}
          onClose={() => setRawOpened(false)}
        />
      )}
    </Screen>
  );

  function body(): ReactNode {
    const failure = order.isError && (
      <ErrorNotice error={order.error} onRetry={refresh} retrying={order.isFetching} actions={back} />
    );
    if (order.data === undefined)
      return failure || <LoadingRows label={`Reading order ${orderNumber}`} rows={14} />;
    return (
      <div className={classes.order}>
        {failure}
        <OrderHeader fields={order.data.fields} />
        <OrderLines lines={order.data.lines} />
      </div>
    );
  }
}
