import type { ShopifyOrder } from '../../shared/fulfilment/shopify-record.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import type { Clock } from '../clock.ts';
import type { DeskCall } from '../desk-call.ts';
import type { PimsClient } from '../pims/pims-client.ts';
import { askEach, type Question } from './ask-each.ts';
import type { PimsAccess } from './pims-access.ts';

export interface ShopifyLookupService {
  lookUp: DeskCall<'shopify.lookup'>;
  /** Calls off what is under way. */
  callOff(): void;
}

interface ShopifyLookupOptions {
  readonly access: Pick<PimsAccess, 'clientFor'>;
  readonly chosen: () => ConnectionId;
  readonly clock: Clock;
}

interface NumberToAsk extends Question {
  readonly number: string;
}

/** Looks Shopify orders up in the chosen connection: one metered request for each number. Nothing is kept. */
export function createShopifyLookupService(options: ShopifyLookupOptions): ShopifyLookupService {
  const { access, chosen, clock } = options;
  const controller = new AbortController();
  const { signal } = controller;

  async function read(client: Pick<PimsClient, 'lookUpShopify'>, { number }: NumberToAsk) {
    const records = await client.lookUpShopify(number, { signal });
    return { kind: 'records' as const, records, readAt: clock.now().toISOString() };
  }

  return {
    async lookUp({ numbers }) {
      const connectionId = chosen();
      const questions = [...new Set(numbers)].map((number) => ({ connectionId, number }));
      const answers = new Map<string, ShopifyOrder['answer']>();
      await askEach<NumberToAsk, Pick<PimsClient, 'lookUpShopify'>, ShopifyOrder['answer']>(questions, {
        clientFor: (id) => access.clientFor(id, 'shopify'),
        clock,
        signal,
        read,
        unanswered: (error) => ({ kind: 'not-read', error: error.toShape() }),
        answered: ({ number }, answer) => answers.set(number, answer),
      });
      return questions.flatMap(({ number }) => {
        const answer = answers.get(number);
        return answer === undefined ? [] : [{ number, answer }];
      });
    },
    callOff: () => controller.abort(),
  };
}
