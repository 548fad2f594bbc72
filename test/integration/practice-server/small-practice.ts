import { afterEach } from 'vitest';
import {
  createPracticeServer,
  type PracticeServer,
  type PracticeServerOptions,
} from '../../../electron/practice-server/practice-server.ts';

const running: PracticeServer[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

/** A practice server with little sample data, stopped after the test. */
export async function startPractice(options: PracticeServerOptions = {}): Promise<PracticeServer> {
  const server = await createPracticeServer({
    seed: 7,
    today: '2026-06-15',
    size: { orders: 60, customers: 12, parts: 40 },
    ...options,
  });
  running.push(server);
  return server;
}

export interface Reply {
  status: number;
  type: string | null;
  text: string;
  /** The parsed body; undefined when it is not JSON. */
  json: unknown;
}

/** A call with the right credentials; a body is sent as JSON. Redirects are not followed. */
export async function call(
  server: PracticeServer,
  method: 'GET' | 'POST' | 'PUT',
  endpoint: string,
  options: { query?: Record<string, string>; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Reply> {
  const { teamId, apiId, apiSecret } = server.credentials;
  const query = new URLSearchParams({ teamID: teamId, ...options.query });
  const response = await fetch(`${server.baseUrl}/tenant/api/pims/v1/${endpoint}?${query}`, {
    method,
    redirect: 'manual',
    headers: {
      authorization: `Basic ${Buffer.from(`${apiId}:${apiSecret}`).toString('base64')}`,
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
  const text = await response.text();
  return { status: response.status, type: response.headers.get('content-type'), text, json: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
