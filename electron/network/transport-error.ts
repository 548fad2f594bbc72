/** What a proxy said instead of opening the way. */
export interface ProxyRefusal {
  /** Host and port of the proxy. */
  readonly host: string;
  /** Its HTTP status; null when it could not be reached or used at all. */
  readonly status: number | null;
  /** The kinds of sign-in that it offers (`Negotiate, NTLM`), when it demands one. */
  readonly signIn: string | null;
}

export interface TransportFacts {
  /** False only when it is certain that no byte of the request has left: then it may be sent again. */
  readonly sent: boolean;
  /** Node's, OpenSSL's or undici's code; one of `proxyProblemCodes`; empty when there is none. */
  readonly code: string;
  readonly proxy?: ProxyRefusal | null;
}

/** Codes of our own, for what goes wrong on the way through a proxy. */
export const proxyProblemCodes = {
  refused: 'PROXY_REFUSED',
  unreachable: 'PROXY_UNREACHABLE',
  unsupported: 'PROXY_UNSUPPORTED',
  unknown: 'PROXY_UNKNOWN',
} as const;

/**
 * A request that brought no answer. Unlike the errors of fetch it says whether sending had begun, which decides
 * whether a write may be sent again.
 */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly sent: boolean;
  readonly code: string;
  readonly proxy: ProxyRefusal | null;

  constructor(message: string, facts: TransportFacts, options?: { cause?: unknown }) {
    super(message, options);
    this.sent = facts.sent;
    this.code = facts.code;
    this.proxy = facts.proxy ?? null;
  }
}

/** The first error code in a chain of causes; fetch hides it one or two levels down. Empty when there is none. */
export function errorCodeOf(error: unknown): string {
  let current = error;
  for (let depth = 0; depth < 6 && current instanceof Error; depth += 1) {
    if ('code' in current && typeof current.code === 'string' && current.code !== '') return current.code;
    if (current instanceof AggregateError && current.errors.length > 0) current = current.errors[0];
    else current = current.cause;
  }
  return '';
}
