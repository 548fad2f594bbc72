import { errorCodeOf, TransportError } from '../network/transport-error.ts';

/*
 * The table of design decisions behind every error of the PIMS client: what an HTTP status means, and what a
 * request without an answer means. A write is only ever called “not applied” here when that is certain; whatever is
 * not in the tables counts as unknown.
 */

/** What an HTTP status says before anybody has looked at the body. */
export type StatusKind =
  | 'answer'
  | 'rejected'
  | 'unauthorized'
  | 'rate-limited'
  | 'server-error'
  | 'not-pims';

/** PIMS documents 200, 400 and 401 (pims-orders: Errors); 429 and 5xx are any server's; the rest is not PIMS. */
export function classifyStatus(status: number): StatusKind {
  if (status >= 200 && status < 300) return 'answer';
  if (status === 400) return 'rejected';
  if (status === 401) return 'unauthorized';
  if (status === 429) return 'rate-limited';
  // 511 is what captive portals answer (RFC 6585); no origin server may.
  if (status >= 500 && status < 600 && status !== 511) return 'server-error';
  return 'not-pims';
}

/** Why a request brought no answer. */
export type TransportReason =
  | 'host-not-found'
  | 'refused'
  | 'no-route'
  | 'connect-timeout'
  | 'certificate'
  | 'tls'
  | 'proxy'
  | 'dropped'
  | 'timeout'
  | 'other';

const reasonOfCode: Readonly<Record<string, TransportReason>> = {
  ENOTFOUND: 'host-not-found',
  EAI_AGAIN: 'host-not-found',
  EAI_FAIL: 'host-not-found',
  EAI_NODATA: 'host-not-found',
  EAI_NONAME: 'host-not-found',
  ENODATA: 'host-not-found',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'no-route',
  EHOSTDOWN: 'no-route',
  ENETUNREACH: 'no-route',
  ENETDOWN: 'no-route',
  EADDRNOTAVAIL: 'no-route',
  EACCES: 'no-route',
  EPERM: 'no-route',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  CERT_HAS_EXPIRED: 'certificate',
  CERT_NOT_YET_VALID: 'certificate',
  CERT_REVOKED: 'certificate',
  CERT_REJECTED: 'certificate',
  CERT_UNTRUSTED: 'certificate',
  CERT_CHAIN_TOO_LONG: 'certificate',
  CERT_SIGNATURE_FAILURE: 'certificate',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate',
  UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY: 'certificate',
  INVALID_CA: 'certificate',
  INVALID_PURPOSE: 'certificate',
  PATH_LENGTH_EXCEEDED: 'certificate',
  HOSTNAME_MISMATCH: 'certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate',
  ERR_TLS_CERT_ALTNAME_FORMAT: 'certificate',
  EPROTO: 'tls',
  ERR_TLS_HANDSHAKE_TIMEOUT: 'connect-timeout',
  PROXY_REFUSED: 'proxy',
  PROXY_UNREACHABLE: 'proxy',
  PROXY_UNSUPPORTED: 'proxy',
  PROXY_UNKNOWN: 'proxy',
  UND_ERR_PRX_TLS: 'proxy',
  ECONNRESET: 'dropped',
  ECONNABORTED: 'dropped',
  EPIPE: 'dropped',
  ENOTCONN: 'dropped',
  ESHUTDOWN: 'dropped',
  UND_ERR_SOCKET: 'dropped',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'dropped',
  UND_ERR_DESTROYED: 'dropped',
  UND_ERR_CLOSED: 'dropped',
  ETIMEDOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
};

/** Codes that a client meets only before the first byte of a request, whichever fetch it uses. */
const neverSentReasons: readonly TransportReason[] = ['host-not-found', 'certificate', 'connect-timeout'];

export interface TransportVerdict {
  /** True only when it is certain that nothing was sent. */
  readonly nothingSent: boolean;
  readonly reason: TransportReason;
  /** The code behind it, for support. */
  readonly code: string;
}

/**
 * What the error of a failed fetch says. Our own network knows whether sending had begun. Of any other fetch only
 * failures of looking up, connecting and checking the certificate count as “nothing sent”; an `ECONNRESET` there
 * may have come at any time.
 */
export function classifyTransport(error: unknown): TransportVerdict {
  const code = errorCodeOf(error);
  const reason = reasonOf(code);
  if (error instanceof TransportError) {
    return { nothingSent: !error.sent, reason: error.sent ? reason : beforeSending(reason), code };
  }
  const nothingSent = neverSentReasons.includes(reason) || failedConnecting(error);
  return { nothingSent, reason: nothingSent ? beforeSending(reason) : reason, code };
}

function reasonOf(code: string): TransportReason {
  return reasonOfCode[code] ?? (/^ERR_(SSL|TLS)_/.test(code) ? 'tls' : 'other');
}

/** The same code means something else while the connection is still being made. */
function beforeSending(reason: TransportReason): TransportReason {
  if (reason === 'timeout') return 'connect-timeout';
  return reason;
}

/** True if the operating system failed at looking up or connecting: there was no connection to send over. */
function failedConnecting(error: unknown): boolean {
  let current = error;
  for (let depth = 0; depth < 6 && current instanceof Error; depth += 1) {
    if ('syscall' in current) return current.syscall === 'connect' || current.syscall === 'getaddrinfo';
    if (current instanceof AggregateError && current.errors.length > 0) current = current.errors[0];
    else current = current.cause;
  }
  return false;
}
