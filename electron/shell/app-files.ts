import { extname, join, sep } from 'node:path';

/** The page's own scheme. `app` stands where a host would; nothing else answers under the scheme. */
export const APP_SCHEME = 'orderdesk';
export const APP_ORIGIN = `${APP_SCHEME}://app`;
export const APP_PAGE = `${APP_ORIGIN}/index.html`;

/** What stands in index.html where the nonce of each answer goes. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** A file of the page, or undefined for an address that is none: another host, outside the folder, an unknown kind. */
export interface AppFile {
  readonly path: string;
  readonly contentType: string;
}

/** Finds the file that an address names inside `root`, and never one outside it. */
export function findAppFile(root: string, address: string): AppFile | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || url.protocol !== `${APP_SCHEME}:` || url.host !== 'app') return undefined;
  const name = decoded(url.pathname);
  // A backslash or a colon would mean a folder, a drive or a stream of a file on Windows.
  if (name === undefined || /[\\:\0]/.test(name)) return undefined;
  const path = join(root, name);
  const contentType = contentTypes[extname(path).toLowerCase()];
  if (contentType === undefined || !path.startsWith(root + sep)) return undefined;
  return { path, contentType };
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}
