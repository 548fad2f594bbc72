import type { Socket } from 'node:net';
import type { EndpointName } from './endpoints/routes.ts';

/** One request as the practice server saw it. The record is filled in while the request is answered. */
export interface RecordedRequest {
  /** 1 for the first request since the start or the last reset. */
  id: number;
  /** Milliseconds since 1970. */
  at: number;
  method: string;
  /** Without the query. */
  path: string;
  /** Undefined when the path is none of the API's. */
  endpoint: EndpointName | undefined;
  /** Without apiSecret. */
  query: Record<string, string>;
  /** Parsed, without teamID, apiID and apiSecret; undefined when absent, unread, not JSON or over 64 KiB. */
  body: unknown;
  /** The connection it came on, and how many requests that connection had carried with it: 2 means reused. */
  socketId: number;
  requestOnSocket: number;
  /** Passed authentication, so PIMS bills it. */
  authenticated: boolean;
  /** Changed an order or a customer. */
  applied: boolean;
  /** The HTTP status sent; 'dropped' when the connection ended without an answer, 'pending' until either. */
  status: number | 'dropped' | 'pending';
  /** The kind of the planned fault that was acted out, if any. */
  fault: string | undefined;
}

/** The requests of late, and how many of each endpoint were billed. */
export class RequestLog {
  readonly #kept: RecordedRequest[] = [];
  readonly #billed = new Map<EndpointName, number>();
  readonly #sockets = new WeakMap<Socket, { id: number; requests: number }>();
  #lastSocketId = 0;
  #lastId = 0;

  /** Keeps the newest `most` requests; the counts go on. */
  constructor(readonly most: number) {}

  /** Opens the record of a request whose headers have arrived. */
  open(
    request: Pick<RecordedRequest, 'method' | 'path' | 'endpoint' | 'query'>,
    socket: Socket,
  ): RecordedRequest {
    const connection = this.#sockets.get(socket) ?? { id: ++this.#lastSocketId, requests: 0 };
    connection.requests += 1;
    this.#sockets.set(socket, connection);
    const record: RecordedRequest = {
      id: ++this.#lastId,
      at: Date.now(),
      ...request,
      body: undefined,
      socketId: connection.id,
      requestOnSocket: connection.requests,
      authenticated: false,
      applied: false,
      status: 'pending',
      fault: undefined,
    };
    this.#kept.push(record);
    if (this.#kept.length > this.most) this.#kept.shift();
    return record;
  }

  /** Every authenticated call to an endpoint counts, whatever becomes of it (pims-overview: Pricing). */
  bill(record: RecordedRequest): void {
    record.authenticated = true;
    if (record.endpoint) this.#billed.set(record.endpoint, (this.#billed.get(record.endpoint) ?? 0) + 1);
  }

  /** Oldest first. */
  requests(): RecordedRequest[] {
    return [...this.#kept];
  }

  billed(): Partial<Record<EndpointName, number>> {
    return Object.fromEntries(this.#billed);
  }

  clear(): void {
    this.#kept.length = 0;
    this.#billed.clear();
    this.#lastId = 0;
  }
}
