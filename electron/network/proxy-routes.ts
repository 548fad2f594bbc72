/** One way to a host, as a proxy script names it. */
export type Route =
  | { readonly kind: 'direct' }
  | { readonly kind: 'proxy'; readonly secure: boolean; readonly host: string; readonly port: number }
  | { readonly kind: 'unsupported'; readonly text: string };

const ADDRESS = /^(?:\[([0-9a-f:.]+)\]|([^\s:[\]]+))(?::(\d{1,5}))?$/i;

/**
 * Reads a proxy answer in PAC form, as Electron's `session.resolveProxy` gives it: `PROXY proxy:8080; DIRECT`.
 * The order is the order in which to try. An empty answer means direct.
 */
export function readProxyAnswer(answer: string): Route[] {
  const routes = answer
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readRoute);
  return routes.length > 0 ? routes : [{ kind: 'direct' }];
}

function readRoute(text: string): Route {
  const [word = '', address = '', ...rest] = text.split(/\s+/);
  const kind = word.toUpperCase();
  if (kind === 'DIRECT') return { kind: 'direct' };
  const match = ADDRESS.exec(address);
  if ((kind === 'PROXY' || kind === 'HTTP' || kind === 'HTTPS') && match !== null && rest.length === 0) {
    const [, ipv6, name, port] = match;
    const secure = kind === 'HTTPS';
    return {
      kind: 'proxy',
      secure,
      host: ipv6 ?? name ?? '',
      port: port === undefined ? (secure ? 443 : 80) : Number(port),
    };
  }
  return { kind: 'unsupported', text };
}

/** A name for a list of routes, the same for the same list. */
export function routesKey(routes: readonly Route[]): string {
  return routes.map(routeKey).join('; ');
}

function routeKey(route: Route): string {
  switch (route.kind) {
    case 'direct':
      return 'direct';
    case 'proxy':
      return `${route.secure ? 'https' : 'http'}://${route.host}:${route.port}`;
    case 'unsupported':
      return `unsupported ${route.text}`;
  }
}
