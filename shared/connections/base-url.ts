/** Where every PIMS endpoint lives below the base URL (pims-overview: Base URL). */
export const PIMS_API_PATH = '/tenant/api/pims/v1';

export type BaseUrlReading =
  | { readonly ok: true; readonly baseUrl: string }
  | { readonly ok: false; readonly problem: string };

/**
 * Brings a typed server address into one form: scheme and host, any path before `/tenant/api/pims/v1`, no
 * trailing slash. `https://` is added when no scheme was typed. Plain http is refused except for loopback,
 * since Basic auth would cross the network in clear.
 */
export function readBaseUrl(typed: string): BaseUrlReading {
  const text = typed.trim();
  if (text === '') return { ok: false, problem: 'Enter the address of the PIMS server.' };
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const match = /^(https?):\/\/([^/?#]*)([^?#]*)/i.exec(withScheme);
  if (match === null) return { ok: false, problem: 'The address has to begin with https://.' };
  const [, rawScheme = '', rawAuthority = '', rawPath = ''] = match;
  if (withScheme.length > match[0].length) {
    return {
      ok: false,
      problem: 'Leave out everything from the ? or # on: only the server address is needed.',
    };
  }
  if (rawAuthority.includes('@')) {
    return {
      ok: false,
      problem: 'Leave out the user name and password: they go into the API ID and secret fields.',
    };
  }
  const authority = /^(\[[0-9a-f:.]+\]|[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)\.?(?::(\d{1,5}))?$/i.exec(rawAuthority);
  if (authority === null) return { ok: false, problem: `“${rawAuthority}” is not a server name.` };
  const [, rawHost = '', port] = authority;
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535)) {
    return { ok: false, problem: `${port} is not a port: ports go from 1 to 65535.` };
  }
  const scheme = rawScheme.toLowerCase();
  const host = rawHost.toLowerCase();
  if (scheme === 'http' && !isLoopback(host)) {
    return {
      ok: false,
      problem: 'Use https:// here. Plain http would send the API secret readable over the network.',
    };
  }
  const isDefaultPort = (scheme === 'https' && port === '443') || (scheme === 'http' && port === '80');
  const path = rawPath.replace(/\/{2,}/g, '/').replace(/\/+$/, '');
  const apiAt = path.toLowerCase().indexOf(PIMS_API_PATH);
  const prefix = apiAt >= 0 ? path.slice(0, apiAt) : path;
  return {
    ok: true,
    baseUrl: `${scheme}://${host}${port === undefined || isDefaultPort ? '' : `:${port}`}${prefix}`,
  };
}

/** True for 127.0.0.0/8, ::1 and localhost: traffic that never leaves the machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
