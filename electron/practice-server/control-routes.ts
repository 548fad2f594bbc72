import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { basicCredentials, isSameText } from './authentication.ts';
import { behaviourSchema } from './behaviour.ts';
import { jsonAnswer } from './faults/act.ts';
import { aimSchema, faultSchema } from './faults/fault.ts';
import type { PracticeCore } from './practice-core.ts';
import { PimsRejection } from './rejection.ts';
import { readBody } from './request-body.ts';

/** Where the practice server itself is looked at and steered; outside the metered API. */
export const CONTROL_PATH = '/practice';

const { latency, lockCodesShown, lockCodesChange } = behaviourSchema.shape;
const behaviourChange = z.strictObject({
  latency: latency.exactOptional(),
  lockCodesShown: lockCodesShown.exactOptional(),
  lockCodesChange: lockCodesChange.exactOptional(),
});
const plannedFault = z.strictObject({ ...aimSchema.shape, fault: faultSchema });
const outageLength = z.strictObject({ seconds: z.number().min(0).max(3_600) });
const nothing = z.strictObject({});

/** How many of the newest requests are shown. */
const SHOWN_REQUESTS = 100;

type Act = (body: unknown) => unknown;

/**
 * The control calls, for demonstrations with curl. They want the API ID and secret by Basic auth,
 * as other people may be logged in on this machine. A web page can't reach them: a request with an
 * Origin is refused, and a change must call itself JSON, which a page may not send elsewhere unasked.
 * `outage` makes the server unreachable for so many milliseconds.
 */
export function addControlRoutes(
  app: FastifyInstance,
  core: PracticeCore,
  outage: (ms: number) => void,
): void {
  const look = (path: string, act: Act): void => {
    app.get(CONTROL_PATH + path, (request, reply) => answer(reply, () => act(guard(request, core))));
  };
  const order = (path: string, act: Act): void => {
    app.post(CONTROL_PATH + path, (request, reply) => answer(reply, () => act(jsonOf(guard(request, core)))));
  };

  look('', () => summary(core));
  look('/requests', () => core.log.requests().slice(-SHOWN_REQUESTS));
  order('/behaviour', (body) => {
    core.changeBehaviour(check(behaviourChange, body));
    return summary(core);
  });
  order('/faults', (body) => {
    core.planner.plan(check(plannedFault, body));
    return summary(core);
  });
  order('/faults/clear', (body) => {
    check(nothing, body);
    core.planner.clear();
    return summary(core);
  });
  order('/reset', (body) => {
    check(nothing, body);
    core.reset();
    return summary(core);
  });
  order('/outage', (body) => {
    outage(check(outageLength, body).seconds * 1_000);
    return summary(core);
  });
}

function summary(core: PracticeCore): object {
  return {
    has: core.state.counts,
    billed: core.log.billed(),
    behaviour: core.behaviour,
    faults: core.planner.pending(),
  };
}

/** Throws a PimsRejection when the request comes from a web page or from somebody without the key. */
function guard(request: FastifyRequest, core: PracticeCore): FastifyRequest {
  if (request.headers.origin !== undefined)
    throw new PimsRejection('Web pages can not steer the practice server.', 403);
  const given = basicCredentials(request.headers.authorization);
  const { apiId, apiSecret } = core.credentials;
  if (!given || !isSameText(given.apiId, apiId) || !isSameText(given.apiSecret, apiSecret))
    throw new PimsRejection('The API ID or API Secret is missing or invalid.', 401);
  return request;
}

function jsonOf(request: FastifyRequest): unknown {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw new PimsRejection("Say -H 'Content-Type: application/json'.", 415);
  const body = readBody(request.body, undefined);
  if (body.kind === 'malformed') throw new PimsRejection('The request body is not valid JSON.');
  return body.kind === 'value' ? body.value : {};
}

function check<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.join('.') || 'The request body';
  throw new PimsRejection(`${where}: ${issue?.message ?? 'not as expected'}.`);
}

function answer(reply: FastifyReply, act: () => unknown): FastifyReply {
  const { status, headers, body } = attempt(act);
  return reply.code(status).headers(headers).send(body);
}

function attempt(act: () => unknown) {
  try {
    return jsonAnswer(200, act());
  } catch (error) {
    if (!(error instanceof PimsRejection)) throw error;
    return jsonAnswer(error.status, { status: 'error', message: error.message });
  }
}
