import { APP_ORIGIN, APP_PAGE } from './app-files.ts';

/** Where the window's page comes from: the built files, or, while developing, Vite's server. */
export interface PageSource {
  readonly kind: 'built' | 'dev-server';
  /** The page's address, without a hash. */
  readonly page: string;
  readonly origin: string;
}

/** The dev server counts in an unpackaged application alone, and on loopback alone. */
export function pageSource(isPackaged: boolean, devServer: string | undefined): PageSource {
  if (!isPackaged && devServer !== undefined && URL.canParse(devServer)) {
    const url = new URL(devServer);
    if (url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) {
      return { kind: 'dev-server', page: url.href, origin: url.origin };
    }
  }
  return { kind: 'built', page: APP_PAGE, origin: APP_ORIGIN };
}
