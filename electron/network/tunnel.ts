import http from 'node:http';
import net, { type Socket } from 'node:net';
import tls, { type SecureContext } from 'node:tls';
import type { Route } from './proxy-routes.ts';
import { errorCodeOf, proxyProblemCodes, TransportError } from './transport-error.ts';

type ProxyRoute = Extract<Route, { kind: 'proxy' }>;

export interface TunnelTarget {
  readonly host: string;
  readonly port: number;
}

/**
 * Asks a proxy to open a way to the target and answers the bare socket. Nothing of the request is sent here, so
 * every failure says `sent: false`. Done by hand rather than with undici's ProxyAgent, which keeps the proxy's
 * status and the sign-in that it demands to itself.
 */
export function openTunnel(
  proxy: ProxyRoute,
  target: TunnelTarget,
  options: { readonly timeoutMs: number; readonly secureContext: SecureContext },
): Promise<Socket> {
  const proxyName = `${proxy.host}:${proxy.port}`;
  const authority = `${target.host.includes(':') ? `[${target.host}]` : target.host}:${target.port}`;
  return new Promise((resolve, reject) => {
    const request = http.request({
      method: 'CONNECT',
      host: proxy.host,
      port: proxy.port,
      path: authority,
      headers: { host: authority },
      timeout: options.timeoutMs,
      createConnection: () => connectToProxy(proxy, options.secureContext),
    });
    request.once('connect', (response, socket, head) => {
      const status = response.statusCode ?? 0;
      if (status >= 200 && status < 300) {
        socket.setTimeout(0);
        if (head.length > 0) socket.unshift(head);
        resolve(socket);
        return;
      }
      socket.destroy();
      reject(
        new TransportError(`The proxy ${proxyName} answered ${status}.`, {
          sent: false,
          code: proxyProblemCodes.refused,
          proxy: { host: proxyName, status, signIn: signInKinds(response.headers['proxy-authenticate']) },
        }),
      );
    });
    request.once('timeout', () => {
      request.destroy(Object.assign(new Error('The proxy did not answer in time.'), { code: 'ETIMEDOUT' }));
    });
    request.once('error', (error) => {
      reject(
        new TransportError(
          `The proxy ${proxyName} could not be reached (${errorCodeOf(error) || 'no reason given'}).`,
          {
            sent: false,
            code: proxyProblemCodes.unreachable,
            proxy: { host: proxyName, status: null, signIn: null },
          },
          { cause: error },
        ),
      );
    });
    request.end();
  });
}

function connectToProxy(proxy: ProxyRoute, secureContext: SecureContext): Socket {
  const { host, port } = proxy;
  if (!proxy.secure) return net.connect({ host, port });
  return tls.connect({ host, port, secureContext, ...(net.isIP(host) === 0 ? { servername: host } : {}) });
}

/** The scheme words of `Proxy-Authenticate` headers; Node joins several with a comma or gives a list. */
function signInKinds(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  const text = Array.isArray(header) ? header.join(', ') : header;
  const words = ['Negotiate', 'NTLM', 'Kerberos', 'Digest', 'Basic', 'Bearer'].filter((word) =>
    new RegExp(`(^|[\\s,])${word}([\\s,]|$)`, 'i').test(text),
  );
  return words.length > 0 ? words.join(', ') : null;
}
