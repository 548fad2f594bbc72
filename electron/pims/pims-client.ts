import { PIMS_API_PATH, readBaseUrl } from '../../shared/connections/base-url.ts';
import { DeskError } from '../../shared/errors.ts';
import type { ShopifyRecord } from '../../shared/fulfilment/shopify-record.ts';
import type { OrderNumber } from '../../shared/ids.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import type { Filter, OrderQuery } from '../../shared/pims/filters.ts';
import { noValidAnswer, readAnswer } from './answer.ts';
import { classifyStatus, classifyTransport } from './classify.ts';
import { type EndpointName, endpoints } from './endpoints.ts';
import { type Envelope, readLines, readOrderNumber, readRecord, readRecords } from './envelope.ts';
import { type CallFacts, callError, withoutAnswer } from './failures.ts';
import { readBody } from './read-body.ts';
import { readShopifyRecords } from './shopify-answer.ts';

/** Where a PIMS tenant is and how to get in. */
export interface PimsAccess {
  /** As `readBaseUrl` gives it; plain http is refused except for loopback. */
  readonly baseUrl: string;
  readonly teamId: string;
  readonly apiId: string;
  readonly apiSecret: string;
}

export interface PimsClientOptions {
  /**
   * Of `createNetwork` in the application. Never Electron's `net.fetch`: it may send one request twice. Any fetch
   * given here must not follow redirects or send again by itself.
   */
  readonly fetch: typeof globalThis.fetch;
  readonly access: PimsAccess;
  /** For a whole call, from looking up the name to the last byte of the answer. 30 s unless said. */
  readonly timeoutMs?: number;
  /**
   * Called once for each call that PIMS bills, or may bill: every answer but a 401, and every request whose
   * outcome is unknown.
   */
  readonly onMetered?: (endpoint: EndpointName) => void;
}

export interface CallOptions {
  /** Withdraws the call. A write that was being sent then ends as `unknown-outcome`, not as `cancelled`. */
  readonly signal?: AbortSignal;
}

/**
 * The PIMS Open API, one method per endpoint. Every method throws `DeskError` with one of the codes `unreachable`,
 * `unknown-outcome`, `rejected`, `unauthorized`, `rate-limited`, `not-pims`, `cancelled`, `not-found` and
 * `invalid-input`; `details.applied` says `no` or `unknown`. Nothing is ever sent twice.
 */
export interface PimsClient {
  /** One order and its lines (pims-orders: Get a single order). `not-found` when PIMS answers no record. */
  readOrder(
    orderNumber: OrderNumber,
    options?: CallOptions,
  ): Promise<{ fields: PimsFields; lines: PimsFields[] }>;
  /** Orders that match the filters, without their lines (pims-orders: Query a list of orders). */
  queryOrders(query: OrderQuery, options?: CallOptions): Promise<PimsFields[]>;
  /** Creates an order and answers its number (pims-orders: Create an order). Not idempotent. */
  createOrder(fields: PimsFields, options?: CallOptions): Promise<OrderNumber>;
  /** Adds a line and answers it as PIMS has it, lock code included (pims-orders: Add a line item). Not idempotent. */
  addLine(orderNumber: OrderNumber, fields: PimsFields, options?: CallOptions): Promise<PimsFields>;
  /** Changes fields of a line and answers it as PIMS has it (pims-orders: Update a line item). */
  updateLine(
    orderNumber: OrderNumber,
    lockCode: string,
    changes: PimsFields,
    options?: CallOptions,
  ): Promise<PimsFields>;
  /** Parts that match the filters, which are those of `orders/query` (pims-more: Inventory). */
  queryParts(query: OrderQuery, options?: CallOptions): Promise<PimsFields[]>;
  /**
   * Every record that PIMS has of a Shopify order, in PIMS's order; none when it knows no such number
   * (pims-shopify-lookup). The number goes as it is given, its # included.
   */
  lookUpShopify(shopifyNumber: string, options?: CallOptions): Promise<ShopifyRecord[]>;
  /** Customers that match the filters, which are those of `orders/query` (pims-more: Customers). */
  queryCustomers(query: OrderQuery, options?: CallOptions): Promise<PimsFields[]>;
}

const DEFAULT_TIMEOUT_MS = 30_000;
/** Some 5,000 orders with many fields stay well below. */
const LARGEST_ANSWER = 20 * 1_024 * 1_024;
/** An error page needs no more. */
const LARGEST_ERROR_PAGE = 256 * 1_024;

/** Makes a client for one tenant. Throws `invalid-input` when the base URL is none, or plain http beyond loopback. */
export function createPimsClient(options: PimsClientOptions): PimsClient {
  const { access } = options;
  const reading = readBaseUrl(access.baseUrl);
  if (!reading.ok) throw new DeskError('invalid-input', reading.problem);
  const base = `${reading.baseUrl}${PIMS_API_PATH}`;
  const host = new URL(reading.baseUrl).host;
  const pair = Buffer.from(`${access.apiId}:${access.apiSecret}`, 'utf8').toString('base64');
  const secrets = [access.apiSecret, pair];
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;

  const meter = (endpoint: EndpointName): void => {
    try {
      options.onMetered?.(endpoint);
    } catch {
      // The count is an aid. Losing PIMS's answer to a write over it would cost an order.
    }
  };

  const call = async (
    facts: CallFacts,
    query: Readonly<Record<string, string>>,
    body: unknown,
    signal: AbortSignal | undefined,
  ): Promise<{ envelope: Envelope; status: number }> => {
    const endpoint = endpoints[facts.endpoint];
    const url = `${base}/${endpoint.path}?${queryText({ teamID: access.teamId, ...query })}`;
    const patience = bePatient(timeoutMs, signal);
    try {
      if (patience.gaveUp() === 'cancelled') {
        throw callError('cancelled', facts, 'Cancelled before anything was sent.', 'no', {
          reason: 'cancelled',
        });
      }
      let response: Response;
      try {
        response = await options.fetch(url, {
          method: endpoint.method,
          headers: {
            authorization: `Basic ${pair}`,
            accept: 'application/json',
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          redirect: 'manual',
          signal: patience.signal,
        });
      } catch (error) {
        if (!classifyTransport(error).nothingSent) meter(facts.endpoint);
        throw withoutAnswer(facts, error, patience.gaveUp());
      }
      const { status, headers } = response;
      const kind = classifyStatus(status);
      const limit = kind === 'answer' ? LARGEST_ANSWER : LARGEST_ERROR_PAGE;
      const text = await readBody(response, limit);
      if (kind !== 'unauthorized') meter(facts.endpoint);
      const answer = readAnswer(facts, { status, headers, body: text }, secrets, Date.now());
      if (answer.ok) return { envelope: answer.envelope, status };
      // We ended it ourselves in the middle of the answer: say so rather than that the connection broke.
      if (kind === 'answer' && text.end === 'broken' && patience.gaveUp() !== null) {
        throw withoutAnswer(facts, text.cause, patience.gaveUp());
      }
      throw answer.error;
    } finally {
      patience.end();
    }
  };

  const writeLine = async (
    endpoint: EndpointName,
    fields: PimsFields,
    signal: AbortSignal | undefined,
  ): Promise<PimsFields> => {
    const facts = { endpoint, host };
    refuseFunction(facts, fields);
    const { envelope, status } = await call(facts, {}, fields, signal);
    const line = readRecord(envelope.data, 'ORDER_LINEITEMS');
    if (line === null) throw noValidAnswer(facts, status, `PIMS at ${host} did not answer with the line.`);
    return line;
  };

  const queryRecords = async (
    endpoint: 'orders/query' | 'inventory/query' | 'customers/query',
    what: 'orders' | 'parts' | 'customers',
    query: OrderQuery,
    signal: AbortSignal | undefined,
  ): Promise<PimsFields[]> => {
    const facts: CallFacts = { endpoint, host };
    const maxReturn = String(query.maxReturn);
    const { envelope, status } = await call(facts, { maxReturn }, query.filters.map(toSentFilter), signal);
    const records = readRecords(envelope.data);
    if (records === null) throw noValidAnswer(facts, status, `PIMS at ${host} did not answer with ${what}.`);
    return records;
  };

  return {
    readOrder: async (orderNumber, o = {}) => {
      const facts: CallFacts = { endpoint: 'orders/single', host };
      const { envelope, status } = await call(facts, { orderNum: orderNumber }, undefined, o.signal);
      if (isEmpty(envelope.data)) {
        throw callError('not-found', facts, `PIMS has no order ${orderNumber}.`, 'no', { status });
      }
      const fields = readRecord(envelope.data, 'ORDERS');
      if (fields === null)
        throw noValidAnswer(facts, status, `PIMS at ${host} did not answer with one order.`);
      return { fields, lines: readLines(envelope.subRecords) };
    },

    queryOrders: (query, o = {}) => queryRecords('orders/query', 'orders', query, o.signal),

    createOrder: async (fields, o = {}) => {
      const facts: CallFacts = { endpoint: 'orders/create', host };
      refuseFunction(facts, fields);
      const { envelope, status } = await call(facts, {}, fields, o.signal);
      const orderNumber = readOrderNumber(envelope.data);
      if (orderNumber === null) {
        throw noValidAnswer(facts, status, `PIMS at ${host} did not answer with an order number.`);
      }
      return orderNumber;
    },

    addLine: (orderNumber, fields, o = {}) =>
      writeLine('orders/line_item add', { ...fields, ORDER_NUMBER: orderNumber }, o.signal),

    updateLine: (orderNumber, lockCode, changes, o = {}) =>
      writeLine(
        'orders/line_item update',
        { ...changes, ORDER_NUMBER: orderNumber, LINE_REF_LOCK_CODE: lockCode },
        o.signal,
      ),

    queryParts: (query, o = {}) => queryRecords('inventory/query', 'parts', query, o.signal),

    lookUpShopify: async (shopifyNumber, o = {}) => {
      const facts: CallFacts = { endpoint: 'orders/by_shopify_reference', host };
      const query = { shopify_order_number: shopifyNumber };
      const { envelope, status } = await call(facts, query, undefined, o.signal);
      const records = readShopifyRecords(envelope.data);
      if (records === null) {
        throw noValidAnswer(
          facts,
          status,
          `PIMS at ${host} did not answer with the records of a Shopify order.`,
        );
      }
      return records;
    },
    queryCustomers: (query, o = {}) => queryRecords('customers/query', 'customers', query, o.signal),
  };
}

/** Ends a call after a time or on the caller's word, and remembers which of the two it was. */
function bePatient(timeoutMs: number, signal: AbortSignal | undefined) {
  const controller = new AbortController();
  let gaveUp: 'timeout' | 'cancelled' | null = null;
  const giveUp = (why: 'timeout' | 'cancelled') => {
    gaveUp ??= why;
    controller.abort();
  };
  const cancel = () => giveUp('cancelled');
  const timer = setTimeout(() => giveUp('timeout'), timeoutMs);
  if (signal?.aborted === true) cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  return {
    signal: controller.signal,
    gaveUp: () => gaveUp,
    end: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    },
  };
}

/** Encoded as `curl --data-urlencode` does, a space as `%20`: not every server reads `+`. */
function queryText(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
}

function toSentFilter(filter: Filter, index: number): object {
  const { field, value, contains, conjunction } = filter;
  return { field, value, contains, ...(index === 0 ? {} : { conjunction }) };
}

/** The API sets FUNCTION itself and refuses it (pims-orders). */
function refuseFunction(facts: CallFacts, fields: PimsFields): void {
  if (Object.keys(fields).some((field) => field.toUpperCase() === 'FUNCTION')) {
    throw callError('invalid-input', facts, 'PIMS sets FUNCTION itself. Take this field out.', 'no');
  }
}

function isEmpty(data: unknown): boolean {
  if (data === null || data === undefined || data === '') return true;
  return typeof data === 'object' && Object.keys(data).length === 0;
}
