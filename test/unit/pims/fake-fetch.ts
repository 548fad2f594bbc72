import {
  createPimsClient,
  type PimsClient,
  type PimsClientOptions,
} from '../../../electron/pims/pims-client.ts';
import { DeskError } from '../../../shared/errors.ts';
import { orderNumberSchema } from '../../../shared/ids.ts';

export interface SentRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | null;
  readonly redirect: string | undefined;
  readonly signal: AbortSignal | null;
}

export interface FakeDesk {
  readonly client: PimsClient;
  readonly sent: SentRequest[];
  readonly metered: string[];
}

export const secret = 'pä:ss wörd+/&=';

/** A client whose fetch is answered by the test. */
export function fakeDesk(
  answer: (request: SentRequest) => Response | Promise<Response>,
  options: Partial<PimsClientOptions> = {},
): FakeDesk {
  const sent: SentRequest[] = [];
  const metered: string[] = [];
  const client = createPimsClient({
    access: { baseUrl: 'https://pims.example', teamId: 'team 1/ü', apiId: 'desk', apiSecret: secret },
    fetch: async (input, init) => {
      if (input instanceof Request) throw new Error('An address was expected.');
      const request: SentRequest = {
        url: new URL(input),
        method: init?.method ?? 'GET',
        headers: new Headers(init?.headers),
        body: typeof init?.body === 'string' ? init.body : null,
        redirect: init?.redirect,
        signal: init?.signal ?? null,
      };
      sent.push(request);
      return answer(request);
    },
    onMetered: (endpoint) => metered.push(endpoint),
    ...options,
  });
  return { client, sent, metered };
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

export function page(body: string, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(`<!doctype html><html>${body}</html>`, {
    status,
    headers: { 'content-type': 'text/html', ...headers },
  });
}

/** The DeskError with which a call fails. */
export async function failure(call: Promise<unknown>): Promise<DeskError> {
  const thrown = await call.then(
    () => null,
    (error: unknown) => error,
  );
  if (thrown instanceof DeskError) return thrown;
  throw new Error('A DeskError was expected.', { cause: thrown });
}

export const order = orderNumberSchema.parse('54321');
export const success = (data: unknown, subRecords: unknown = null) =>
  json({ status: 'success', data, subRecords });
export const line = { LINE_NUMBER: '1', PART_CODE: 'A', QUANTITY: '5', LINE_REF_LOCK_CODE: 'ABC' };

export const create = (client: PimsClient, signal?: AbortSignal) =>
  client.createOrder({ CUSTOMER_CODE: 'M-1000' }, signal === undefined ? {} : { signal });
export const readOne = (client: PimsClient, signal?: AbortSignal) =>
  client.readOrder(order, signal === undefined ? {} : { signal });
export const searchParts = (client: PimsClient, signal?: AbortSignal) =>
  client.queryParts({ filters: [], maxReturn: 1 }, signal === undefined ? {} : { signal });
