import type { Dispatcher } from 'undici';
import { errorCodeOf, TransportError } from './transport-error.ts';

type Undici = typeof import('undici');

/** Answers that fetch keeps for itself: it fails without a word on 407, and sends the request again on 421. */
const answersFetchWouldActUpon: readonly number[] = [407, 421];

export interface PlainRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly signal: AbortSignal | null;
}

/**
 * Sends one request with undici's fetch, at most once, and never follows a redirect. PIMS creates with PUT, which
 * HTTP calls safe to repeat and PIMS does not: a second dispatch of the same request is refused here.
 *
 * @throws TransportError when no answer came; it says whether sending had begun.
 */
export async function sendOnce(
  undici: Undici,
  agent: Dispatcher,
  url: string,
  request: PlainRequest,
): Promise<Response> {
  const seen: Seen = { sent: false, kept: null };

  const watch: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) => {
    if (seen.sent) throw new Error('Order Desk sends a request only once.');
    return dispatch(options, {
      onRequestStart(controller, context) {
        seen.sent = true;
        handler.onRequestStart?.(controller, context);
      },
      onRequestUpgrade(controller, status, headers, socket) {
        handler.onRequestUpgrade?.(controller, status, headers, socket);
      },
      onResponseStart(controller, status, headers, statusText) {
        if (answersFetchWouldActUpon.includes(status)) {
          seen.kept = { status, headers: headerPairs(headers) };
          controller.abort(new Error(`The answer was ${status}.`));
          return;
        }
        handler.onResponseStart?.(controller, status, headers, statusText);
      },
      onResponseData(controller, chunk) {
        handler.onResponseData?.(controller, chunk);
      },
      onResponseEnd(controller, trailers) {
        handler.onResponseEnd?.(controller, trailers);
      },
      onResponseError(controller, error) {
        handler.onResponseError?.(controller, error);
      },
    });
  };

  try {
    const answer = await undici.fetch(url, {
      method: request.method,
      headers: request.headers,
      body: request.body,
      signal: request.signal,
      redirect: 'manual',
      dispatcher: agent.compose(watch),
    });
    return new Response(answer.body === null ? null : readAgain(answer.body), {
      status: answer.status,
      headers: [...answer.headers],
    });
  } catch (error) {
    if (seen.kept !== null) return new Response(null, seen.kept);
    throw asTransportError(error, seen.sent);
  }
}

interface Seen {
  sent: boolean;
  /** Status and headers of an answer that fetch must not see. */
  kept: { readonly status: number; readonly headers: [string, string][] } | null;
}

function asTransportError(error: unknown, sent: boolean): TransportError {
  const inner = findTransportError(error);
  if (inner !== null) return inner;
  const code = errorCodeOf(error);
  return new TransportError(
    `The request brought no answer (${code || (error instanceof Error ? error.message : 'no reason given')}).`,
    { sent, code },
    { cause: error },
  );
}

/** A failure of our own tunnel, which fetch wrapped. */
function findTransportError(error: unknown): TransportError | null {
  let current = error;
  for (let depth = 0; depth < 6 && current instanceof Error; depth += 1) {
    if (current instanceof TransportError) return current;
    current = current.cause;
  }
  return null;
}

/** The same bytes as a stream of the global kind, which `Response` asks for. */
function readAgain(body: { getReader(): ChunkReader }): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    pull: async (controller) => {
      const chunk = await reader.read();
      if (chunk.done) controller.close();
      else controller.enqueue(chunk.value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

interface ChunkReader {
  read(): Promise<{ done: false; value: Uint8Array } | { done: true; value?: unknown }>;
  cancel(reason?: unknown): Promise<void>;
}

function headerPairs(headers: Readonly<Record<string, string | string[] | undefined>>): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one): [string, string] => [name, one]),
  );
}
