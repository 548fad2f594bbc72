import type { WebContents } from 'electron';
import { openExternalLink } from './external-links.ts';
import { originOf } from './origin.ts';

/**
 * Keeps a page where it is: it may load itself anew and nothing else, opens no windows, and attaches no webviews.
 * A link to an allowed place opens in the person's browser.
 */
export function guardNavigation(
  contents: WebContents,
  ownPage: string,
  refused: (what: string) => void,
): void {
  contents.setWindowOpenHandler(({ url }) => {
    if (!openExternalLink(url)) refused(`a window for ${siteOf(url)}`);
    return { action: 'deny' };
  });
  // Reports the top frame too, and frames inside it, which will-navigate does not.
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && withoutHash(event.url) === ownPage) return;
    event.preventDefault();
    refused(`going to ${siteOf(event.url)}`);
  });
  contents.on('will-navigate', (event) => {
    if (withoutHash(event.url) !== ownPage) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
    refused(`a redirect to ${siteOf(event.url)}`);
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    refused('a webview');
  });
}

function withoutHash(address: string): string {
  return address.replace(/#.*$/s, '');
}

/** Enough for the log; the rest of an address may hold what somebody typed. */
function siteOf(address: string): string {
  return originOf(address).slice(0, 100) || 'an address without an origin';
}
