import { Alert, Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ArrowLeft, History, Plus, RefreshCw, UserX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Customer } from '../../shared/customers/customer.ts';
import { customerGroup } from '../../shared/orders/field-groups.ts';
import { useScreenAction } from '../app/commands.ts';
import { paths, useGoTo } from '../app/routes.ts';
import { OrderHeader } from '../order/order-header.tsx';
import { useEscape } from '../order/use-escape.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { EmptyNotice } from '../ui/empty-notice.tsx';
import { ErrorNotice, messageOf } from '../ui/error-notice.tsx';
import { LoadingRows } from '../ui/loading-rows.tsx';
import { notify } from '../ui/notify.tsx';
import { Screen } from '../ui/screen.tsx';
import { When } from '../ui/when.tsx';
import { newOrderFor } from './new-order-for.ts';
import { useCustomer } from './use-customer.ts';

/** One customer as PIMS has it, or had it when it was seen last; from here to the orders and to a new one. */
export function CustomerScreen({ code }: { readonly code: string }) {
  const goTo = useGoTo();
  const { customer, isGone, error, isReading, refresh } = useCustomer(code);
  const begin = useMutation({
    mutationFn: newOrderFor,
    onSuccess: (id) => goTo(paths.draft(id)),
    onError: (failure) => notify('problem', messageOf(failure)),
  });
  useScreenAction('customer-refresh', 'Read the customer again', refresh);
  useEscape(() => goTo(paths.customers()));

  const back = (
    <Button
      variant="default"
      leftSection={<ArrowLeft size={14} aria-hidden />}
      onClick={() => goTo(paths.customers())}
    >
      Customers
    </Button>
  );
  const actions = (present: Customer): ReactNode => (
    <>
      <Button
        variant="default"
        leftSection={<History size={14} aria-hidden />}
        onClick={() => goTo(paths.ordersOfCustomer(present.code))}
      >
        Recent orders
      </Button>
      <Button
        leftSection={<Plus size={14} aria-hidden />}
        loading={begin.isPending}
        onClick={() => begin.mutate(present)}
      >
        New order for this customer
      </Button>
    </>
  );

  return (
    <Screen
      title={customer?.name ?? code}
      subtitle={
        <Group gap="xs" wrap="nowrap">
          {customer?.code ?? code}
          <CopyButton value={customer?.code ?? code} what="customer code" />
          {customer !== undefined && (
            <span>
              Read <When iso={customer.readAt} />
            </span>
          )}
        </Group>
      }
      actions={
        <>
          {back}
          {customer !== undefined && actions(customer)}
          <Button
            variant="default"
            leftSection={<RefreshCw size={14} aria-hidden />}
            loading={isReading}
            onClick={refresh}
          >
            Refresh
          </Button>
        </>
      }
      body="page"
    >
      {error !== null && <ErrorNotice error={error} onRetry={refresh} retrying={isReading} />}
      {body()}
    </Screen>
  );

  function body(): ReactNode {
    if (customer !== undefined) {
      return (
        <>
          {isGone && (
            <Alert color="yellow" variant="light" mb="xs" title={`PIMS has no customer ${code} any more`}>
              This is what it had when it was read last.
            </Alert>
          )}
          <OrderHeader fields={customer.fields} main={customerGroup} stacked />
        </>
      );
    }
    if (isGone) {
      return (
        <EmptyNotice icon={<UserX aria-hidden />} title={`PIMS has no customer ${code}`} actions={back}>
          The code may be written otherwise. Customers can be found by name, e-mail and phone too.
        </EmptyNotice>
      );
    }
    return error === null && <LoadingRows label={`Reading customer ${code}`} rows={8} />;
  }
}
