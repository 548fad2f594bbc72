import { Alert, Button } from '@mantine/core';
import { CloudOff, Download, RefreshCw, ShoppingBag } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { MOST_NUMBERS, readOrderNumbers } from '../../shared/fulfilment/order-numbers.ts';
import { useCommand, useScreenAction } from '../app/commands.ts';
import { paths, useGoTo } from '../app/routes.ts';
import { useDeskMutation, useDeskQuery } from '../bridge/use-desk-query.ts';
import { EmptyNotice } from '../ui/empty-notice.tsx';
import { ErrorNotice, messageOf } from '../ui/error-notice.tsx';
import { notify } from '../ui/notify.tsx';
import { Screen } from '../ui/screen.tsx';
import { agreeToCost } from './agree-to-cost.ts';
import { LookupBox } from './lookup-box.tsx';
import { LookupProgress } from './lookup-progress.tsx';
import { type Lookup, unread } from './lookup-store.ts';
import { OrderDetails } from './order-details.tsx';
import { OrderList } from './order-list.tsx';
import classes from './shopify.module.css';
import { lookupStore, useLookup } from './use-lookup.ts';

/** What became of Shopify orders in PIMS: what was shipped, what is still to come, and where the parcels are. */
export function ShopifyScreen({ find }: { readonly find: string | null }) {
  const goTo = useGoTo();
  const box = useRef<HTMLInputElement>(null);
  const lookup = useLookup();
  const [typed, setTyped] = useState(() => lookup.numbers.join(' '));
  const [problem, setProblem] = useState<string | null>(null);
  const isRunning = lookup.awaited.size > 0;
  const orders = lookup.numbers.flatMap((number) => lookup.orders.get(number) ?? []);

  const start = async (numbers: readonly string[]): Promise<void> => {
    if (!(await agreeToCost(numbers.length))) return;
    void lookupStore.lookUp(numbers);
  };
  const submit = (): void => {
    const numbers = readOrderNumbers(typed);
    if (numbers.length === 0) setProblem('Enter a Shopify order number, such as 12345.');
    else if (numbers.length > MOST_NUMBERS) setProblem(tooMany(numbers.length));
    else void start(numbers);
  };
  const again = (): void => void start(lookup.numbers);
  const askRest = async (): Promise<void> => {
    const rest = unread(lookupStore.read());
    if (await agreeToCost(rest.length)) void lookupStore.lookUpAlso(rest);
  };

  const exportCsv = useDeskMutation('shopify.exportCsv', {
    onSuccess: ({ savedAs }) => {
      if (savedAs !== null) notify('done', `Saved as ${savedAs}.`);
    },
    onError: (error) => notify('problem', messageOf(error)),
  });

  useCommand('find', () => box.current?.select());
  useScreenAction('shopify-again', 'Look the Shopify orders up again', again, {
    enabled: lookup.numbers.length > 0 && !isRunning,
  });

  // A link from elsewhere asks for a number; the address is put right, so that going back does not ask again.
  const findFromLink = useEffectEvent((number: string) => {
    setTyped(number);
    if (lookup.orders.get(number)?.answer.kind === 'records') lookupStore.pick(number);
    else void lookupStore.lookUp([number]);
    goTo(paths.shopify(), { replace: true });
  });
  useEffect(() => {
    if (find !== null) findFromLink(find);
  }, [find]);
  // Whoever comes here types a number.
  useEffect(() => box.current?.focus(), []);

  return (
    <Screen
      title="Shopify lookup"
      actions={
        lookup.numbers.length > 0 && (
          <>
            <Button
              variant="default"
              leftSection={<Download size={14} aria-hidden />}
              disabled={orders.length === 0 || isRunning}
              loading={exportCsv.isPending}
              onClick={() => exportCsv.mutate({ orders })}
            >
              Export CSV
            </Button>
            <Button
              variant="default"
              leftSection={<RefreshCw size={14} aria-hidden />}
              loading={isRunning}
              onClick={again}
            >
              Look up again
            </Button>
          </>
        )
      }
    >
      <div className={classes.bar}>
        <LookupBox
          inputRef={box}
          value={typed}
          problem={problem}
          onType={(text) => {
            setTyped(text);
            setProblem(null);
          }}
          onSubmit={submit}
          onDown={() => document.querySelector<HTMLElement>('[data-lookup-row][tabindex="0"]')?.focus()}
        />
        {lookup.numbers.length > 1 && <LookupProgress lookup={lookup} onRest={() => void askRest()} />}
      </div>
      <Offline lookup={lookup} />
      {lookup.failure !== null && <ErrorNotice error={lookup.failure} onRetry={() => void askRest()} />}
      {body()}
    </Screen>
  );

  function body(): ReactNode {
    if (lookup.numbers.length === 0) {
      return (
        <EmptyNotice icon={<ShoppingBag aria-hidden />} title="Which Shopify order?">
          Enter its number, with or without the #, or paste several. Each number is one request to PIMS.
        </EmptyNotice>
      );
    }
    const picked = lookup.picked ?? lookup.numbers[0] ?? '';
    return (
      <div className={classes.results}>
        {lookup.numbers.length > 1 && <OrderList lookup={lookup} picked={picked} />}
        <OrderDetails
          key={picked}
          number={picked}
          order={lookup.orders.get(picked)}
          isAwaited={lookup.awaited.has(picked)}
        />
      </div>
    );
  }
}

/** Before PIMS is asked in vain. What was looked up before stays in sight. */
function Offline({ lookup }: { readonly lookup: Lookup }) {
  const status = useDeskQuery('status.read', {}).data;
  if (status?.reach !== 'unreachable' || unread(lookup).length > 0) return null;
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<CloudOff aria-hidden />}
      title="PIMS can’t be reached now"
      mb="xs"
      flex="none"
    >
      Looking a number up needs PIMS. What shows here was read before.
    </Alert>
  );
}

function tooMany(count: number): string {
  return `These are ${count.toLocaleString()} numbers. Look up ${MOST_NUMBERS} at a time at most.`;
}
