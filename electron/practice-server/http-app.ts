import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { answerCall, type Practice } from './answer-call.ts';
import { addControlRoutes, CONTROL_PATH } from './control-routes.ts';
import { API_PATH, ENDPOINT_NAMES, type EndpointName, ROUTES, type Route } from './endpoints/routes.ts';
import { type Answer, firstHalf, jsonAnswer, type Outcome } from './faults/act.ts';
import { isLoopbackHost } from './host-guard.ts';
import type { PracticeCore } from './practice-core.ts';
import { readBody, recordable } from './request-body.ts';
import type { RecordedRequest } from './request-log.ts';

const LARGEST_BODY = 1024 * 1024;

/** The HTTP side of the practice server: routes, the request log, and acts on the connection itself. */
export function buildHttpApp(practice: PracticeCore, outage: (ms: number) => void): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit: LARGEST_BODY,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    frameworkErrors: (error, _request, reply) => {
      void send(reply, errorAnswer(error.statusCode ?? 400, error.message));
    },
  });
  const records = new WeakMap<FastifyRequest, RecordedRequest>();

  // Bodies are read by us, whatever content type they claim.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  app.addHook('onRequest', async (request, reply) => {
    if (!isLoopbackHost(request.headers.host))
      return send(reply, errorAnswer(403, 'The practice server answers on this machine only.'));
    if (isControl(request)) return undefined;
    const record = open(request, practice);
    records.set(request, record);
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) record.status = 'dropped';
    });
    if (record.endpoint === undefined) return undefined;
    const fault = practice.planner.take({ ...record, endpoint: record.endpoint }, false);
    if (!fault) return undefined;
    record.fault = fault.kind;
    return perform(reply, { kind: 'drop', reset: fault.kind === 'drop' && fault.reset === true }, record);
  });

  for (const route of ROUTES)
    app.route({
      method: route.method,
      url: `${API_PATH}/${route.endpoint}`,
      handler: async (request, reply) => {
        const record = records.get(request);
        if (!record) throw new Error('A request reached its endpoint without a record.');
        return perform(reply, await outcomeOf(route, request, record, practice), record);
      },
    });

  addControlRoutes(app, practice, outage);
  app.setNotFoundHandler((request, reply) => {
    const { method, path, endpoint } = describe(request);
    const answer = endpoint
      ? errorAnswer(405, `${endpoint} can not be called with ${method}.`)
      : errorAnswer(404, `There is no ${path.slice(0, 200)} here.`);
    return send(reply, answer, records.get(request));
  });
  app.setErrorHandler((error, request, reply) => {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    const message = error instanceof Error ? error.message : 'Something went wrong in the practice server.';
    return send(reply, errorAnswer(status, message), records.get(request));
  });
  return app;
}

async function outcomeOf(
  route: Route,
  request: FastifyRequest,
  record: RecordedRequest,
  practice: Practice,
): Promise<Outcome> {
  const body = readBody(request.body, request.headers['content-type']);
  record.body = recordable(body, request.body);
  const call = { route, record, body, authorization: request.headers.authorization, query: queryOf(request) };
  return await answerCall(call, practice);
}

function perform(reply: FastifyReply, outcome: Outcome, record: RecordedRequest): FastifyReply {
  const { socket } = reply.raw;
  // Nobody is there any more, and writing to a closed connection would raise an error.
  if (!socket || socket.destroyed) return reply.hijack();
  switch (outcome.kind) {
    case 'answer':
      return send(reply, outcome, record);
    case 'hang':
      return reply.hijack();
    case 'drop':
      reply.hijack();
      if (outcome.reset) socket.resetAndDestroy();
      else socket.destroy();
      return reply;
    case 'cut': {
      reply.hijack();
      reply.raw.writeHead(outcome.status, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(outcome.body),
      });
      reply.raw.write(firstHalf(outcome.body), () => socket.destroy());
      return reply;
    }
  }
}

function send(reply: FastifyReply, answer: Answer, record?: RecordedRequest): FastifyReply {
  // What is written to a connection that is gone counts as not sent.
  if (record) record.status = reply.raw.socket?.destroyed === false ? answer.status : 'dropped';
  return reply.code(answer.status).headers(answer.headers).send(answer.body);
}

function errorAnswer(status: number, message: string): Answer {
  return jsonAnswer(status, { status: 'error', message });
}

function isControl(request: FastifyRequest): boolean {
  const { path } = describe(request);
  return path === CONTROL_PATH || path.startsWith(`${CONTROL_PATH}/`);
}

function open(request: FastifyRequest, practice: Practice): RecordedRequest {
  const { apiSecret, ...query } = queryOf(request);
  return practice.log.open({ ...describe(request), query }, request.raw.socket);
}

function describe(request: FastifyRequest): {
  method: string;
  path: string;
  endpoint: EndpointName | undefined;
} {
  const path = request.url.split('?', 1)[0] ?? '';
  return {
    method: request.method,
    path,
    endpoint: ENDPOINT_NAMES.find((name) => path === `${API_PATH}/${name}`),
  };
}

/** Of a parameter given twice, the first counts. */
function queryOf(request: FastifyRequest): Record<string, string> {
  const parameters = new URLSearchParams(request.url.split('?').slice(1).join('?'));
  return Object.fromEntries([...parameters].reverse());
}
