import { NUMBERS_PER_CALL } from '../../shared/fulfilment/order-numbers.ts';
import type { ShopifyOrder } from '../../shared/fulfilment/shopify-record.ts';

/** What was looked up, as the screen shows it. */
export interface Lookup {
  /** In the order asked. */
  readonly numbers: readonly string[];
  /** What has come so far. */
  readonly orders: ReadonlyMap<string, ShopifyOrder>;
  /** The numbers that are still waited for; empty when nothing is under way. */
  readonly awaited: ReadonlySet<string>;
  /** The number whose order is shown. */
  readonly picked: string | null;
  /** Why the calls ended early, when it was not PIMS's answer about one number. */
  readonly failure: Error | null;
}

/** Kept outside of the screen, so that going into an order and back finds everything as it was, and costs nothing. */
export interface LookupStore {
  read(): Lookup;
  subscribe(listener: () => void): () => void;
  /** Looks numbers up in place of those shown. */
  lookUp(numbers: readonly string[]): Promise<void>;
  /** Looks some numbers up again, or further ones; the others stay. */
  lookUpAlso(numbers: readonly string[]): Promise<void>;
  /** Asks for no more. What PIMS is being asked for already is billed, and still shown. */
  stop(): void;
  pick(number: string): void;
  /** Forgets everything: another connection was chosen. */
  clear(): void;
}

const nothing: Lookup = {
  numbers: [],
  orders: new Map(),
  awaited: new Set(),
  picked: null,
  failure: null,
};

/** `call` looks up to a dozen numbers up, one metered request each. */
export function createLookupStore(
  call: (numbers: string[]) => Promise<readonly ShopifyOrder[]>,
): LookupStore {
  let state = nothing;
  /** The latest run; an older one that still hears from PIMS changes nothing any more. */
  let latest = 0;
  /** What the call under way asks for. */
  let batch: readonly string[] = [];
  let isStopped = false;
  const listeners = new Set<() => void>();

  function change(part: Partial<Lookup>): void {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  }

  async function run(numbers: readonly string[]): Promise<void> {
    latest += 1;
    const own = latest;
    isStopped = false;
    change({ awaited: new Set(numbers), failure: null });
    for (let at = 0; at < numbers.length; at += NUMBERS_PER_CALL) {
      batch = numbers.slice(at, at + NUMBERS_PER_CALL);
      let came: readonly ShopifyOrder[];
      try {
        came = await call([...batch]);
      } catch (cause) {
        if (own === latest) {
          change({ awaited: new Set(), failure: cause instanceof Error ? cause : new Error(String(cause)) });
        }
        return;
      }
      if (own !== latest) return;
      const orders = new Map(state.orders);
      for (const order of came) orders.set(order.number, order);
      // When PIMS tells of none of a whole batch, the next one would fare no better.
      const isOver = isStopped || came.every(({ answer }) => answer.kind === 'not-read');
      change({ orders, awaited: new Set(isOver ? [] : numbers.slice(at + NUMBERS_PER_CALL)) });
      if (isOver) return;
    }
  }

  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    lookUp(numbers) {
      change({ ...nothing, numbers, picked: numbers[0] ?? null });
      return run(numbers);
    },
    lookUpAlso(numbers) {
      const further = numbers.filter((number) => !state.numbers.includes(number));
      change({
        numbers: [...state.numbers, ...further],
        orders: new Map([...state.orders].filter(([number]) => !numbers.includes(number))),
        ...(further[0] === undefined ? {} : { picked: further[0] }),
      });
      return run(numbers);
    },
    stop() {
      isStopped = true;
      change({ awaited: new Set(batch.filter((number) => state.awaited.has(number))) });
    },
    pick: (picked) => change({ picked }),
    clear() {
      latest += 1;
      change(nothing);
    },
  };
}

/** The numbers that PIMS has not told of, and is not asked for now. */
export function unread({ numbers, orders, awaited }: Lookup): string[] {
  return numbers.filter((number) => !awaited.has(number) && orders.get(number)?.answer.kind !== 'records');
}
