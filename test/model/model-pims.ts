import { Readable } from 'node:stream';
import { z } from 'zod';
import { TransportError } from '../../electron/network/transport-error.ts';
import { answerCall, type Practice } from '../../electron/practice-server/answer-call.ts';
import { DEFAULT_BEHAVIOUR, type PracticeBehaviour } from '../../electron/practice-server/behaviour.ts';
import { API_PATH, ROUTES } from '../../electron/practice-server/endpoints/routes.ts';
import { firstHalf, type Outcome } from '../../electron/practice-server/faults/act.ts';
import { FaultPlanner } from '../../electron/practice-server/faults/planner.ts';
import type { Fields, OrderRecord } from '../../electron/practice-server/records.ts';
import { readBody } from '../../electron/practice-server/request-body.ts';
import { type RecordedRequest, RequestLog } from '../../electron/practice-server/request-log.ts';
import { addLine, addOrder, updateLine } from '../../electron/practice-server/state/other-people.ts';
import { PracticeState, type StateChange } from '../../electron/practice-server/state/practice-state.ts';
import type { Life, World } from './world.ts';

export const keys = {
  baseUrl: 'http://127.0.0.1:9',
  teamId: 'practice-team',
  apiId: 'practice',
  apiSecret: 'practice secret',
};
export const parts = ['P-1', 'P-2', 'P-3'] as const;
const TODAY = '06/15/2026';
/** A request may be applied so long after its connection broke: less than Order Desk waits. */
const LATEST_ARRIVAL_MS = 55_000;
const CLIENT_TIMEOUT_MS = 30_000;

/** An order that PIMS has from the start, for lines and changes of lines. */
export const OLD_ORDER = '100';

/** A change of a line that came in over the API. */
export interface ApiUpdate {
  readonly order: string;
  readonly line: string;
  readonly quantity: string;
}

const fieldsSchema = z.record(z.string(), z.string());

/** What the network does to a request, besides the faults that the practice server knows. */
type Fate = 'passes' | 'never-sent' | 'lost' | 'late' | 'answer-lost';

/** The practice server without sockets: requests and answers are things that happen in the world. */
export class ModelPims {
  readonly planner: FaultPlanner;
  behaviour: PracticeBehaviour = { ...DEFAULT_BEHAVIOUR };
  /** How probable it is that the network fails a request. */
  trouble = 0;
  /** How probable it is that somebody else makes an order of the same reference while one is on its way. */
  rivalry = 0;
  /** What came in over the API, by order number: the truth that the machine has to find out. */
  readonly ordersOfApi = new Map<string, Fields>();
  readonly linesOfApi = new Map<string, Fields[]>();
  /** Changes of lines that came in over the API, oldest first. */
  readonly updatesOfApi: ApiUpdate[] = [];
  /** References and order numbers at which somebody else was at work. */
  readonly interfered = new Set<string>();
  /** Orders of which somebody else changed a line. */
  readonly changedByOthers = new Set<string>();
  /** Values that the person at the machine has seen, by place (`lineKey`). */
  readonly seen = new Map<string, Set<string>>();
  /** Values of somebody else that were overwritten though nobody had seen them. */
  readonly lostUpdates: string[] = [];
  readonly #writtenByOthers = new Map<string, string>();
  readonly #state: PracticeState;
  readonly #log = new RequestLog(1);
  readonly #world: World;
  #isOther = false;

  constructor(world: World, seed: number) {
    this.#world = world;
    this.planner = new FaultPlanner(seed);
    const customer = { CUSTOMER_CODE: 'M-1', NAME: 'Acme' };
    const stock = parts.map((code) => ({
      PART_CODE: code,
      PART_DESCRIPTION: `Part ${code}`,
      UNIT_PRICE: '1.00',
    }));
    const first: OrderRecord = {
      fields: {
        ORDER_NUMBER: OLD_ORDER,
        REFERENCE_NUMBER: 'OLD',
        CUSTOMER_CODE: 'M-1',
        ORDER_STATUS: 'Open',
      },
      lines: ['1', '2'].map((number) => ({
        LINE_NUMBER: number,
        PART_CODE: 'P-3',
        DESCRIPTION: 'An old line',
        QUANTITY: '5',
        NUMBER_SHIPPED: '0',
        LINE_REF_LOCK_CODE: `OLD${number}`,
      })),
    };
    this.#state = new PracticeState({ orders: [first], customers: [customer], parts: stock });
  }

  get orders(): readonly OrderRecord[] {
    return this.#state.orders;
  }

  order(number: string): OrderRecord | undefined {
    return this.#state.order(number);
  }

  /** Somebody else creates an order. */
  otherOrder(fields: Fields, lines: readonly Fields[]): void {
    this.#asOther(() => addOrder(this.#practice(), fields, lines));
    this.interfered.add((fields.REFERENCE_NUMBER ?? '').toUpperCase());
  }

  /** Somebody else adds a line. */
  otherLine(order: string, fields: Fields): void {
    this.#asOther(() => addLine(this.#practice(), order, fields));
    this.interfered.add(order);
  }

  /** Somebody else changes a line. */
  otherUpdate(order: string, line: string, quantity: string): void {
    const before = this.order(order)?.lines.find((one) => one.LINE_NUMBER === line);
    if (before === undefined) return;
    const kept = this.behaviour.lockCodesChange
      ? {}
      : { LINE_REF_LOCK_CODE: before.LINE_REF_LOCK_CODE ?? '' };
    this.#asOther(() => updateLine(this.#practice(), order, line, { QUANTITY: quantity, ...kept }));
    this.#writtenByOthers.set(lineKey(order, line), quantity);
    this.changedByOthers.add(order);
  }

  /** The person reads what a line has. */
  see(order: string, line: string, quantity: string): void {
    const key = lineKey(order, line);
    this.seen.set(key, new Set(this.seen.get(key)).add(quantity));
  }

  fetchOf(life: Life): typeof globalThis.fetch {
    return (input, init) =>
      new Promise<Response>((resolve, reject) => {
        if (life.isDead) return;
        life.onDeath.push(() => reject(new Error('The process has died.')));
        const fail = (sent: boolean, code: string) =>
          reject(new TransportError('The network failed.', { sent, code }));
        const request = { url: new URL(String(input)), init: init ?? {} };
        this.#rival(request.url, request.init);
        const fate = this.#fate();
        const arrive = () => this.#handle(request.url, request.init);
        switch (fate) {
          case 'never-sent':
            this.#world.happens(life, () => fail(false, 'ECONNREFUSED'));
            break;
          case 'lost':
            this.#world.happens(life, () => fail(true, 'ECONNRESET'));
            break;
          case 'late':
            this.#world.happens(null, () => {
              const timeLeft = this.#timeToArrive(life);
              if (timeLeft > 0)
                this.#world.after(this.#world.dice.int(0, timeLeft), null, () => void arrive());
              fail(true, 'ECONNRESET');
            });
            break;
          case 'answer-lost':
            this.#world.happens(null, () => {
              if (this.#timeToArrive(life) <= 0) return;
              void arrive().then(() => this.#world.happens(life, () => fail(true, 'ECONNRESET')));
            });
            break;
          case 'passes':
            // What is on its way when a process dies may still arrive, for a while.
            this.#world.happens(null, () => {
              if (this.#timeToArrive(life) <= 0) return;
              void arrive().then((outcome) => this.#answer(life, outcome, resolve, fail));
            });
            break;
        }
      });
  }

  /** Not the very same order, which nobody could tell from ours. */
  #rival(url: URL, { body }: RequestInit): void {
    if (this.rivalry === 0 || !url.pathname.endsWith('/orders/create')) return;
    if (!this.#world.dice.chance(this.rivalry)) return;
    const { REFERENCE_NUMBER } = fieldsSchema.parse(JSON.parse(String(body)));
    this.otherOrder({ REFERENCE_NUMBER: REFERENCE_NUMBER ?? '', BNAME: 'Somebody else' }, []);
  }

  /** Milliseconds in which a request can still be applied; that of a dead process may be lost, or too late. */
  #timeToArrive(life: Life): number {
    if (!life.isDead) return LATEST_ARRIVAL_MS;
    if (this.#world.dice.chance(0.5)) return 0;
    return LATEST_ARRIVAL_MS - (this.#world.time - life.diedAt);
  }

  #fate(): Fate {
    const { dice } = this.#world;
    if (!dice.chance(this.trouble)) return 'passes';
    return dice.pick(['never-sent', 'lost', 'late', 'late', 'answer-lost'] as const);
  }

  #answer(
    life: Life,
    outcome: Outcome,
    resolve: (response: Response) => void,
    fail: (sent: boolean, code: string) => void,
  ): void {
    switch (outcome.kind) {
      case 'drop':
        this.#world.happens(life, () => fail(true, 'ECONNRESET'));
        break;
      case 'hang':
        this.#world.after(CLIENT_TIMEOUT_MS, life, () => fail(true, 'UND_ERR_HEADERS_TIMEOUT'));
        break;
      case 'cut':
        this.#world.happens(life, () => resolve(new Response(brokenBody(outcome.body))));
        break;
      case 'answer': {
        const { status, headers, body } = outcome;
        const text = body instanceof Readable ? 'x'.repeat(100) : body;
        const empty = status === 204 || status === 304;
        this.#world.happens(life, () => resolve(new Response(empty ? null : text, { status, headers })));
        break;
      }
    }
  }

  async #handle(url: URL, init: RequestInit): Promise<Outcome> {
    const method = init.method ?? 'GET';
    const route = ROUTES.find(
      (one) => one.method === method && url.pathname === `${API_PATH}/${one.endpoint}`,
    );
    if (route === undefined) throw new Error(`No route for ${method} ${url.pathname}`);
    const query = Object.fromEntries(url.searchParams);
    const raw = typeof init.body === 'string' ? Buffer.from(init.body) : undefined;
    const body = readBody(raw, 'application/json');
    const record: RecordedRequest = {
      id: 1,
      at: 0,
      method,
      path: url.pathname,
      endpoint: route.endpoint,
      query,
      body: body.kind === 'value' ? body.value : undefined,
      socketId: 1,
      requestOnSocket: 1,
      authenticated: false,
      applied: false,
      status: 'pending',
      fault: undefined,
    };
    const aimed = { ...record, endpoint: route.endpoint };
    if (this.planner.take(aimed, false)) return { kind: 'drop', reset: true };
    const authorization = new Headers(init.headers).get('authorization') ?? undefined;
    return answerCall({ route, record, body, authorization, query }, this.#practice());
  }

  #practice(): Practice {
    return {
      credentials: keys,
      planner: this.planner,
      log: this.#log,
      state: this.#state,
      behaviour: this.behaviour,
      today: () => TODAY,
      commit: (change) => this.#commit(change),
      lag: () => Promise.resolve(),
      wait: (ms) => new Promise((resolve) => this.#world.after(ms, null, resolve)),
    };
  }

  #asOther(work: () => void): void {
    this.#isOther = true;
    work();
    this.#isOther = false;
  }

  #commit(change: StateChange): void {
    if (!this.#isOther && change.kind === 'order') {
      this.ordersOfApi.set(change.fields.ORDER_NUMBER ?? '', change.fields);
    }
    if (!this.#isOther && change.kind === 'line') this.#commitLine(change.order, change.fields);
    this.#state.apply(change);
  }

  #commitLine(order: string, fields: Fields): void {
    const line = fields.LINE_NUMBER ?? '';
    const before = this.order(order)?.lines.find((one) => one.LINE_NUMBER === line);
    if (before === undefined) {
      this.linesOfApi.set(order, [...(this.linesOfApi.get(order) ?? []), fields]);
      return;
    }
    const there = before.QUANTITY ?? '';
    const key = lineKey(order, line);
    const isOthers = this.#writtenByOthers.get(key) === there;
    if (isOthers && this.seen.get(key)?.has(there) !== true && there !== fields.QUANTITY) {
      this.lostUpdates.push(
        `Line ${line} of order ${order}: somebody else’s ${there} was overwritten unseen.`,
      );
    }
    this.updatesOfApi.push({ order, line, quantity: fields.QUANTITY ?? '' });
  }
}

function lineKey(order: string, line: string): string {
  return `${order} ${line}`;
}

function brokenBody(text: string): ReadableStream {
  const bytes = new TextEncoder().encode(firstHalf(text));
  let isSent = false;
  return new ReadableStream({
    pull(controller) {
      if (isSent) controller.error(Object.assign(new Error('The connection broke.'), { code: 'ECONNRESET' }));
      else controller.enqueue(bytes);
      isSent = true;
    },
  });
}
