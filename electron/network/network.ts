import { connect as connectTcp, type Socket } from 'node:net';
import tls, { type SecureContext } from 'node:tls';
import type { Agent, buildConnector } from 'undici';
import { isLoopback } from '../../shared/connections/base-url.ts';
import { type CertificateEvidence, readPeerCertificate } from './certificate.ts';
import { type Route, readProxyAnswer, routesKey } from './proxy-routes.ts';
import { sendOnce } from './send-once.ts';
import { nodeCertificates } from './system-certificates.ts';
import { proxyProblemCodes, TransportError } from './transport-error.ts';
import { openTunnel } from './tunnel.ts';

export interface NetworkOptions {
  /** Asks the system how to reach an address; answers in PAC form (Electron's `session.resolveProxy`). */
  readonly resolveProxy: (url: string) => Promise<string>;
  /** The certificates that the system trusts, as PEM texts; asked for at the first HTTPS request. */
  readonly systemCertificates: () => readonly string[];
}

/** The way out of this computer: the system's proxy and certificates, and never a request sent twice. */
export interface Network {
  /**
   * Fetch for an address and a text body. It never follows a redirect, never sends again, answers 407 and 421
   * like any other status, and throws `TransportError`, which says whether sending had begun.
   */
  readonly fetch: typeof globalThis.fetch;
  /** Trusts one more certificate authority (PEM), or only the usual ones again. Holds for new connections. */
  setExtraCa(pem: string | null): void;
  /** Reads the certificate that an HTTPS address shows, valid or not; null when there is none to read. */
  readCertificate(url: string): Promise<CertificateEvidence | null>;
  /** Loads ahead what the first request needs. */
  prepare(): Promise<void>;
  /** Drops every connection; what still runs fails. */
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 10_000;
/** Only a net under callers that forget their own timeout. */
const ANSWER_TIMEOUT_MS = 120_000;
const DIRECT: readonly Route[] = [{ kind: 'direct' }];

/**
 * Makes the network on undici's own fetch and agents. Not Electron's `net.fetch`: when a reused connection drops,
 * Chromium sends the request again by itself.
 */
export function createNetwork(options: NetworkOptions): Network {
  let extraCa: string | null = null;
  let trust: SecureContext | null = null;
  const agents = new Map<string, Promise<Agent>>();
  const secureContext = (): SecureContext => {
    trust ??= trustedContext(options.systemCertificates, extraCa);
    return trust;
  };

  const agentFor = (routes: readonly Route[]): Promise<Agent> => {
    const key = routesKey(routes);
    const known = agents.get(key);
    if (known !== undefined) return known;
    const made = makeAgent(routes, secureContext);
    agents.set(key, made);
    return made;
  };

  const routesTo = async (url: URL): Promise<readonly Route[]> => {
    if (isLoopback(url.hostname)) return DIRECT;
    try {
      return readProxyAnswer(await options.resolveProxy(url.href));
    } catch (error) {
      throw new TransportError(
        'The system did not say which proxy to use.',
        { sent: false, code: proxyProblemCodes.unknown },
        { cause: error },
      );
    }
  };

  return {
    fetch: async (input, init) => {
      if (input instanceof Request) throw new TypeError('This fetch takes an address, not a Request.');
      const body = init?.body ?? null;
      if (body !== null && typeof body !== 'string') throw new TypeError('This fetch sends text only.');
      const url = new URL(input);
      const signal = init?.signal ?? null;
      const agent = await agentFor(await routesTo(url));
      const undici = await import('undici');
      return sendOnce(undici, agent, url.href, {
        method: init?.method ?? 'GET',
        headers: Object.fromEntries(new Headers(init?.headers)),
        body,
        signal,
      });
    },

    setExtraCa: (pem) => {
      if (pem === extraCa) return;
      extraCa = pem;
      trust = null;
      const old = [...agents.values()];
      agents.clear();
      // Lets what is under way finish. A close that fails has nobody left to tell.
      for (const agent of old) void agent.then((one) => one.close()).catch(() => undefined);
    },

    readCertificate: async (address) => {
      const url = new URL(address);
      if (url.protocol !== 'https:') return null;
      try {
        const target = { host: bareHost(url.hostname), port: Number(url.port || 443) };
        const socket = await openFirst(await routesTo(url), (route) =>
          route.kind === 'direct'
            ? openDirect(target.host, target.port)
            : openTunnel(route, target, { timeoutMs: CONNECT_TIMEOUT_MS, secureContext: secureContext() }),
        );
        return await readPeerCertificate(socket, target.host, CONNECT_TIMEOUT_MS);
      } catch {
        return null;
      }
    },

    prepare: async () => {
      await import('undici');
    },

    close: async () => {
      const open = [...agents.values()];
      agents.clear();
      await Promise.all(open.map(async (agent) => (await agent).destroy()));
    },
  };
}

/** Loading undici costs about 60 ms, so that the first request does it and not the start. */
async function makeAgent(routes: readonly Route[], secureContext: () => SecureContext): Promise<Agent> {
  const undici = await import('undici');
  const connectorOptions = {
    timeout: CONNECT_TIMEOUT_MS,
    allowH2: false,
    autoSelectFamily: true,
    // Node's 250 ms gives up on slow but healthy links when a host has addresses of both families.
    autoSelectFamilyAttemptTimeout: 1_000,
  };
  let secure: buildConnector.connector | null = null;
  const plain = undici.buildConnector(connectorOptions);
  const connectorFor = (protocol: string): buildConnector.connector => {
    if (protocol !== 'https:') return plain;
    secure ??= undici.buildConnector({ ...connectorOptions, secureContext: secureContext() });
    return secure;
  };
  const open = (options: buildConnector.Options): Promise<Socket> =>
    openFirst(routes, async (route) => {
      const connector = connectorFor(options.protocol);
      if (route.kind === 'direct') return connectWith(connector, options);
      const port = Number(options.port || (options.protocol === 'https:' ? 443 : 80));
      const socket = await openTunnel(
        route,
        { host: bareHost(options.hostname), port },
        { timeoutMs: CONNECT_TIMEOUT_MS, secureContext: secureContext() },
      );
      return options.protocol === 'https:'
        ? connectWith(connector, { ...options, httpSocket: socket })
        : socket;
    });
  return new undici.Agent({
    connect: (options: buildConnector.Options, callback: buildConnector.Callback) => {
      open(options).then(
        (socket) => callback(null, socket),
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
      );
    },
    // One request at a time on a connection, and none on a connection that has long been idle: a server that
    // closes it just then would leave a write's outcome unknown.
    pipelining: 1,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 15_000,
    headersTimeout: ANSWER_TIMEOUT_MS,
    bodyTimeout: ANSWER_TIMEOUT_MS,
  });
}

/**
 * Tries the routes in order. Goes on to the next only when a proxy could not be reached or used: an answer of
 * a proxy, or of the host, is final.
 */
async function openFirst<T>(
  routes: readonly Route[],
  open: (route: Exclude<Route, { kind: 'unsupported' }>) => Promise<T>,
): Promise<T> {
  let last: unknown = null;
  for (const route of routes) {
    try {
      if (route.kind === 'unsupported') throw unsupported(route.text);
      return await open(route);
    } catch (error) {
      last = error;
      if (!(error instanceof TransportError) || (error.proxy?.status ?? null) !== null) throw error;
    }
  }
  throw last;
}

function unsupported(text: string): TransportError {
  return new TransportError(`Order Desk can't use this kind of proxy: ${text}.`, {
    sent: false,
    code: proxyProblemCodes.unsupported,
    proxy: { host: text, status: null, signIn: null },
  });
}

function connectWith(connector: buildConnector.connector, options: buildConnector.Options): Promise<Socket> {
  return new Promise((resolve, reject) => {
    connector(options, (error, socket) => {
      // undici leaves the socket out, against its own types, when there is an error.
      if (error !== null) reject(error);
      else resolve(socket);
    });
  });
}

function openDirect(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connectTcp({ host, port, timeout: CONNECT_TIMEOUT_MS });
    socket.once('connect', () => {
      socket.setTimeout(0);
      socket.off('error', reject);
      resolve(socket);
    });
    socket.once('error', reject);
    socket.once('timeout', () => socket.destroy(new Error('No connection in time.')));
  });
}

/** One context for all connections: reading some 300 certificates for each would be slow. */
function trustedContext(systemCertificates: () => readonly string[], extraCa: string | null): SecureContext {
  const own = [...nodeCertificates(), ...(extraCa === null ? [] : [extraCa])];
  try {
    return tls.createSecureContext({ ca: [...own, ...systemCertificates()] });
  } catch {
    // One unreadable certificate of the system must not keep us from every server.
    return tls.createSecureContext({ ca: own });
  }
}

function bareHost(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}
