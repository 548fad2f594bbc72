import type { Session } from 'electron';
import { developmentContentSecurityPolicy } from './content-security-policy.ts';
import type { PageSource } from './page-source.ts';

/**
 * Keeps pages of this session off the network, beyond what the content security policy does: it covers prefetching,
 * and a page that came to run without a policy. Only Vite's server may be reached, while developing.
 */
export function keepOffNetwork(session: Session, source: PageSource): void {
  const devHost = source.kind === 'dev-server' ? new URL(source.origin).host : undefined;
  const filter = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*'] };
  session.webRequest.onBeforeRequest(filter, ({ url }, answer) => {
    answer({ cancel: devHost === undefined || new URL(url).host !== devHost });
  });
  if (devHost === undefined) return;
  session.webRequest.onHeadersReceived({ urls: [`http://${devHost}/*`] }, ({ responseHeaders }, answer) => {
    const policy = developmentContentSecurityPolicy(devHost);
    answer({ responseHeaders: { ...responseHeaders, 'content-security-policy': [policy] } });
  });
}
