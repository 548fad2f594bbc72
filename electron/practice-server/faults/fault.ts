import { z } from 'zod';
import { ENDPOINT_NAMES, type EndpointName } from '../endpoints/routes.ts';

const side = z.enum(['before', 'after']);

/**
 * What goes wrong with a call. `when` tells whether PIMS has applied the call by then.
 * Where it is left out, a refusal comes before and a spoilt answer after.
 */
export const faultSchema = z.discriminatedUnion('kind', [
  /** The connection ends: before the body is read, after reading but before applying, after applying, or half-way through the answer. */
  z.strictObject({
    kind: z.literal('drop'),
    when: z.enum(['before-reading', 'before', 'after', 'mid-answer']),
    /** End it with a reset rather than a plain close. */
    reset: z.boolean().exactOptional(),
  }),
  /** Waits `ms` milliseconds, then goes on as usual. */
  z.strictObject({
    kind: z.literal('slow'),
    ms: z.number().int().min(0).max(3_600_000),
    when: side.exactOptional(),
  }),
  /** Never answers; the connection stays open until the caller or `stop()` ends it. */
  z.strictObject({ kind: z.literal('hang'), when: side.exactOptional() }),
  /** 500 with a JSON error. */
  z.strictObject({ kind: z.literal('server-error'), when: side.exactOptional() }),
  /** 429; `retryAfter` in seconds or as an HTTP date. */
  z.strictObject({
    kind: z.literal('rate-limited'),
    retryAfter: z.union([z.number(), z.string()]).exactOptional(),
  }),
  /** 400 with the message in one of the shapes seen in the wild; PIMS does not document its own. */
  z.strictObject({
    kind: z.literal('bad-request'),
    shape: z.enum(['message', 'error', 'errors', 'text', 'html']).exactOptional(),
    message: z.string().exactOptional(),
  }),
  /** A 200 whose body is not JSON at all. */
  z.strictObject({ kind: z.literal('malformed-json'), when: side.exactOptional() }),
  /** A 200 whose JSON stops half-way. */
  z.strictObject({ kind: z.literal('truncated-json'), when: side.exactOptional() }),
  /** A 200 with a body of that many bytes (64 MiB by default). */
  z.strictObject({
    kind: z.literal('huge-body'),
    bytes: z.number().int().min(1).exactOptional(),
    when: side.exactOptional(),
  }),
  /** Somebody else answers in PIMS's place: 200 with a sign-in page, 302, 407, 503 with a proxy's page. Nothing reaches PIMS. */
  z.strictObject({ kind: z.literal('sign-in-page') }),
  z.strictObject({ kind: z.literal('redirect'), location: z.string().exactOptional() }),
  z.strictObject({ kind: z.literal('proxy-auth') }),
  z.strictObject({ kind: z.literal('proxy-page') }),
  /** Any other answer. */
  z.strictObject({
    kind: z.literal('answer'),
    status: z.number().int().min(200).max(599),
    headers: z.record(z.string(), z.string()).exactOptional(),
    body: z.string().exactOptional(),
    when: side.exactOptional(),
  }),
]);

export type Fault = z.infer<typeof faultSchema>;

/** Which calls a fault happens to. */
export const aimSchema = z.strictObject({
  /** One endpoint or several; left out: every call under the API's path. */
  endpoint: z.union([z.enum(ENDPOINT_NAMES), z.array(z.enum(ENDPOINT_NAMES))]).exactOptional(),
  method: z.enum(['GET', 'POST', 'PUT']).exactOptional(),
  /** Only on a connection that has carried a request before (true), or only on a new one (false). */
  reused: z.boolean().exactOptional(),
  /** How many matching calls go through first; 0 by default. */
  skip: z.number().int().min(0).exactOptional(),
  /** How many matching calls it happens to; 1 by default, 'always' for no end. */
  times: z.union([z.number().int().min(1), z.literal('always')]).exactOptional(),
  /** How probable it is for each matching call, 0 to 1; drawn by the seeded generator. */
  probability: z.number().min(0).max(1).exactOptional(),
});

/** A call as a fault's own condition sees it. The body is undefined until it has been read. */
export interface AimedCall {
  endpoint: EndpointName;
  method: string;
  query: Record<string, string>;
  body: unknown;
  requestOnSocket: number;
}

/** A fault and the calls it is meant for. */
export interface PlannedFault extends z.infer<typeof aimSchema> {
  fault: Fault;
  /** A further condition. Not for a drop before reading, which knows no body. */
  matches?: (call: AimedCall) => boolean;
}
