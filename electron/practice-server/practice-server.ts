import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Credentials } from './authentication.ts';
import type { PracticeBehaviour } from './behaviour.ts';
import { localToday } from './dates.ts';
import type { EndpointName } from './endpoints/routes.ts';
import type { PlannedFault } from './faults/fault.ts';
import type { FaultHandle } from './faults/planner.ts';
import { buildHttpApp } from './http-app.ts';
import { PracticeCore } from './practice-core.ts';
import type { Fields, OrderRecord } from './records.ts';
import type { RecordedRequest } from './request-log.ts';
import type { SampleSize } from './sample-data/sample-data.ts';
import { Books } from './state/books.ts';
import { addLine, addOrder, updateLine } from './state/other-people.ts';

export interface PracticeServerOptions {
  /** 0, the default, takes a free port. */
  port?: number;
  /** The same seed, last day and size give the same sample data. 1 by default. */
  seed?: number;
  /** YYYY-MM-DD, the last day of the sample data and the date of new orders; by default the clock's. */
  today?: string;
  /** 2,400 orders, 300 customers and 600 parts by default. */
  size?: SampleSize;
  /** Changes are appended to this file and are there again at the next start; absent: memory only. */
  stateFile?: string;
  /** By default made anew, with a random secret. */
  credentials?: Credentials;
  behaviour?: Partial<PracticeBehaviour>;
  /** How many of the newest requests are kept for `requests()`; 5,000 by default. */
  keepRequests?: number;
}

/** A practice PIMS that listens on 127.0.0.1. */
export interface PracticeServer {
  /** http://127.0.0.1:PORT, without the API's path. */
  readonly baseUrl: string;
  readonly port: number;
  readonly credentials: Credentials;
  /** Settable as a whole; `setBehaviour` changes single switches. */
  behaviour: Readonly<PracticeBehaviour>;
  setBehaviour(change: Partial<PracticeBehaviour>): void;
  planFault(planned: PlannedFault): FaultHandle;
  clearFaults(): void;
  /** What arrived, oldest first. */
  requests(): RecordedRequest[];
  /** The authenticated calls of each endpoint, which PIMS would bill. */
  billedRequests(): Partial<Record<EndpointName, number>>;
  /** What PIMS really has, oldest first. As it was when asked for; don't change it. */
  orders(): readonly OrderRecord[];
  /** An order by its number, as it stands now; don't change it. */
  order(number: string): OrderRecord | undefined;
  /** Other people at work, past the API and all its rules and switches. Each returns what is then there. */
  addOrder(fields?: Fields, lines?: readonly Fields[]): OrderRecord;
  addLine(order: string, fields: Fields): Fields;
  /** Gives the line a new lock code unless the change brings one. */
  updateLine(order: string, lineNumber: string, change: Fields): Fields;
  /** Back to the sample data, with no faults planned, no requests recorded and the first behaviour. */
  reset(): void;
  /** Cuts every connection and listens no more; what PIMS has is kept. */
  stop(): Promise<void>;
  /** Listens again on the same port. */
  start(): Promise<void>;
}

/** Makes the sample data and starts to listen. Throws when the port is taken or the state file is no good. */
export async function createPracticeServer(options: PracticeServerOptions = {}): Promise<PracticeServer> {
  const server = new LoopbackPracticeServer(options);
  await server.start();
  return server;
}

/** Milliseconds in which the answer to whoever asked for an outage gets out. */
const LAST_WORDS = 50;

class LoopbackPracticeServer implements PracticeServer {
  readonly credentials: Credentials;
  readonly #core: PracticeCore;
  #app: FastifyInstance | undefined;
  #port: number;
  #outage: AbortController | undefined;

  constructor(options: PracticeServerOptions) {
    const { stateFile, today, seed, size, behaviour = {}, keepRequests = 5_000 } = options;
    const books = new Books({
      today: today ?? localToday(),
      ...(seed === undefined ? {} : { seed }),
      ...(size === undefined ? {} : { size }),
      ...(stateFile === undefined ? {} : { file: stateFile }),
    });
    this.credentials = options.credentials ?? newCredentials();
    this.#core = new PracticeCore(books, this.credentials, {
      seed: seed ?? 1,
      today,
      behaviour,
      keepRequests,
    });
    this.#port = options.port ?? 0;
  }

  get port(): number {
    return this.#port;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get behaviour(): Readonly<PracticeBehaviour> {
    return this.#core.behaviour;
  }

  set behaviour(behaviour: Readonly<PracticeBehaviour>) {
    this.#core.behaviour = behaviour;
  }

  setBehaviour(change: Partial<PracticeBehaviour>): void {
    this.#core.changeBehaviour(change);
  }

  planFault(planned: PlannedFault): FaultHandle {
    return this.#core.planner.plan(planned);
  }

  clearFaults(): void {
    this.#core.planner.clear();
  }

  requests(): RecordedRequest[] {
    return this.#core.log.requests();
  }

  billedRequests(): Partial<Record<EndpointName, number>> {
    return this.#core.log.billed();
  }

  orders(): readonly OrderRecord[] {
    return [...this.#core.state.orders];
  }

  order(number: string): OrderRecord | undefined {
    return this.#core.state.order(number);
  }

  addOrder(fields: Fields = {}, lines: readonly Fields[] = []): OrderRecord {
    return addOrder(this.#core, fields, lines);
  }

  addLine(order: string, fields: Fields): Fields {
    return addLine(this.#core, order, fields);
  }

  updateLine(order: string, lineNumber: string, change: Fields): Fields {
    return updateLine(this.#core, order, lineNumber, change);
  }

  reset(): void {
    this.#core.reset();
  }

  async start(): Promise<void> {
    this.#outage?.abort();
    await this.#listen();
  }

  async stop(): Promise<void> {
    this.#outage?.abort();
    await this.#shut();
  }

  async #listen(): Promise<void> {
    if (this.#app) return;
    const app = buildHttpApp(this.#core, (ms) => void this.#fallSilent(ms));
    this.#app = app;
    try {
      await app.listen({ host: '127.0.0.1', port: this.#port });
    } catch (error) {
      this.#app = undefined;
      throw error;
    }
    this.#port = (app.server.address() as AddressInfo).port;
  }

  async #shut(): Promise<void> {
    const app = this.#app;
    this.#app = undefined;
    if (!app) return;
    // First the door, then the connections, then the waits: nobody gets a last answer out of a stopped server.
    app.server.close();
    app.server.closeAllConnections();
    this.#core.interrupt();
    await app.close();
  }

  /**
   * Stops for so many milliseconds and comes back, unless `start` or `stop` is called meanwhile or
   * somebody else has taken the port.
   */
  async #fallSilent(ms: number): Promise<void> {
    this.#outage?.abort();
    const outage = new AbortController();
    this.#outage = outage;
    try {
      await delay(LAST_WORDS, undefined, { signal: outage.signal });
      await this.#shut();
      await delay(ms, undefined, { signal: outage.signal });
      await this.#listen();
    } catch {
      // Nobody waits for this to succeed; who calls next sees whether the server is there.
    }
  }
}

function newCredentials(): Credentials {
  return {
    teamId: 'practice-team',
    apiId: `practice-${randomBytes(4).toString('hex')}`,
    apiSecret: randomBytes(24).toString('base64url'),
  };
}
