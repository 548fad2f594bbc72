import { HELP, readCliOptions } from './cli-options.ts';
import { CONTROL_PATH } from './control-routes.ts';
import { API_PATH } from './endpoints/routes.ts';
import { createPracticeServer, type PracticeServer, type PracticeServerOptions } from './practice-server.ts';

const request = readCliOptions(process.argv.slice(2));
switch (request.kind) {
  case 'help':
    process.stdout.write(HELP);
    break;
  case 'problem':
    fail(request.problem, 2);
    break;
  case 'run':
    await run(request.options);
    break;
}

async function run(options: PracticeServerOptions): Promise<void> {
  let server: PracticeServer;
  try {
    server = await createPracticeServer(options);
  } catch (error) {
    fail(inWords(error, options), 1);
    return;
  }
  process.stdout.write(greeting(server));
  const stop = (): void => {
    void server.stop().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function fail(sentence: string, exitCode: number): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = exitCode;
}

function inWords(error: unknown, { port, stateFile }: PracticeServerOptions): string {
  if (!(error instanceof Error)) return 'The practice server could not start.';
  if (!('code' in error)) return error.message;
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program: choose another with --port, or --port 0 for any free one.`;
    case 'EACCES':
    case 'EPERM':
    case 'EISDIR':
    case 'ENOTDIR':
    case 'ENOSPC':
    case 'EROFS':
      return stateFile === undefined
        ? `Port ${port} may not be used: choose one above 1023 with --port.`
        : `The practice server may not use port ${port} or can't write ${stateFile} (${error.code}): choose others with --port and --state.`;
    default:
      return `The practice server could not start: ${error.message}`;
  }
}

function greeting({ baseUrl, credentials }: PracticeServer): string {
  const { teamId, apiId, apiSecret } = credentials;
  const key = `-u ${quoted(`${apiId}:${apiSecret}`)}`;
  const json = `-H 'Content-Type: application/json'`;
  return `The practice PIMS listens. Nothing here reaches a real PIMS, and nothing is billed.

  Base URL    ${baseUrl}
  teamID      ${teamId}
  API ID      ${apiId}
  API secret  ${apiSecret}

Look up an order:
  curl -s ${key} --get --data-urlencode ${quoted(`teamID=${teamId}`)} --data-urlencode 'orderNum=54321' ${baseUrl}${API_PATH}/orders/single

What it has, what was billed and what is planned:
  curl -s ${key} ${baseUrl}${CONTROL_PATH}
The newest requests:
  curl -s ${key} ${baseUrl}${CONTROL_PATH}/requests
Change its behaviour:
  curl -s ${key} ${json} --data '{"latency":{"min":200,"max":800},"lockCodesShown":false,"lockCodesChange":true}' ${baseUrl}${CONTROL_PATH}/behaviour
Let the next two creates arrive, but lose the answers (${CONTROL_PATH}/faults/clear takes it back):
  curl -s ${key} ${json} --data '{"endpoint":"orders/create","times":2,"fault":{"kind":"drop","when":"after"}}' ${baseUrl}${CONTROL_PATH}/faults
  Kinds of fault: drop (when: before-reading, before, after, mid-answer), slow (ms), hang, server-error,
  rate-limited (retryAfter), bad-request (shape: message, error, errors, text, html), malformed-json,
  truncated-json, huge-body (bytes), sign-in-page, redirect, proxy-auth, proxy-page, answer (status, headers, body).
  Most take "when": "before" or "after" PIMS applies the call. Aimed by endpoint, method, reused, skip, times, probability.
Be unreachable for ten seconds:
  curl -s ${key} ${json} --data '{"seconds":10}' ${baseUrl}${CONTROL_PATH}/outage
Back to the sample data:
  curl -s ${key} ${json} --data '{}' ${baseUrl}${CONTROL_PATH}/reset

Ctrl+C ends it.
`;
}

/** Ready to paste into a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
