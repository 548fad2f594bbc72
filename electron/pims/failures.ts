import { assertNever, DeskError, type ErrorDetails } from '../../shared/errors.ts';
import { TransportError } from '../network/transport-error.ts';
import { classifyTransport, type TransportVerdict } from './classify.ts';
import { type EndpointName, endpoints } from './endpoints.ts';

/** What an error is about. */
export interface CallFacts {
  readonly endpoint: EndpointName;
  /** Host, with its port if it is not the usual one, as the connection names it. */
  readonly host: string;
}

/**
 * A failed call as the rest of Order Desk sees it. `details.applied` is `no` when PIMS has certainly not done what
 * was asked, else `unknown`.
 */
export function callError(
  code: DeskError['code'],
  facts: CallFacts,
  message: string,
  applied: 'no' | 'unknown',
  details: ErrorDetails = {},
  cause?: unknown,
): DeskError {
  const all = { host: facts.host, endpoint: facts.endpoint, applied, ...details };
  return new DeskError(code, message, all, cause === undefined ? {} : { cause });
}

/** What follows when nobody knows whether a write arrived; a read is simply asked again. */
export function unknownEnding(endpoint: EndpointName): string {
  const { effect, done } = endpoints[endpoint];
  return effect === 'read'
    ? 'Try again in a moment.'
    : `It is not known whether ${done}. Order Desk looks there before it sends anything again.`;
}

/** What happened, in an error's words without what they say of the write that met it. */
export function whatHappened({ message }: Pick<DeskError, 'message'>): string {
  const names = Object.keys(endpoints).filter((name): name is EndpointName => name in endpoints);
  const writes = names.filter((name) => endpoints[name].effect === 'write');
  return writes.reduce((text, name) => text.replace(unknownEnding(name), ''), message).trim();
}

/** The error for a request that brought no answer. `gaveUp` says whether it was we who ended it. */
export function withoutAnswer(
  facts: CallFacts,
  error: unknown,
  gaveUp: 'timeout' | 'cancelled' | null,
): DeskError {
  const verdict = classifyTransport(error);
  const write = endpoints[facts.endpoint].effect === 'write';
  if (gaveUp === 'cancelled' && (verdict.nothingSent || !write)) {
    return callError(
      'cancelled',
      facts,
      'Cancelled before PIMS answered.',
      verdict.nothingSent ? 'no' : 'unknown',
      { reason: 'cancelled' },
    );
  }
  if (gaveUp === 'cancelled') {
    const message = `Cancelled while PIMS was working on it. ${unknownEnding(facts.endpoint)}`;
    return callError('unknown-outcome', facts, message, 'unknown', { reason: 'cancelled' });
  }
  if (gaveUp === 'timeout') {
    return verdict.nothingSent
      ? unreachable(facts, { ...verdict, reason: 'connect-timeout' }, error)
      : unknownOutcome(facts, { ...verdict, reason: 'timeout' }, error);
  }
  if (error instanceof TransportError && error.proxy !== null) return proxyError(facts, verdict, error);
  return verdict.nothingSent ? unreachable(facts, verdict, error) : unknownOutcome(facts, verdict, error);
}

function unreachable(facts: CallFacts, verdict: TransportVerdict, cause: unknown): DeskError {
  return callError(
    'unreachable',
    facts,
    unreachableWords(facts.host, verdict),
    'no',
    reasonDetails(verdict),
    cause,
  );
}

function unknownOutcome(facts: CallFacts, verdict: TransportVerdict, cause: unknown): DeskError {
  const what =
    verdict.reason === 'timeout'
      ? `${facts.host} did not answer in time.`
      : `The connection to ${facts.host} broke before PIMS had answered.`;
  const message = `${what} ${unknownEnding(facts.endpoint)}`;
  return callError('unknown-outcome', facts, message, 'unknown', reasonDetails(verdict), cause);
}

function unreachableWords(host: string, verdict: TransportVerdict): string {
  switch (verdict.reason) {
    case 'host-not-found':
      return `The server name ${host} could not be found. Check the network connection, and the address in the connection's settings.`;
    case 'refused':
      return `${host} is there but takes no connection. PIMS may be down, or the port in the address is wrong.`;
    case 'no-route':
      return `There is no way to ${host} from here. Check the network connection.`;
    case 'connect-timeout':
      return `${host} could not be reached in time. Check the network connection, or try again later.`;
    case 'certificate':
      return `The certificate that ${host} shows is not one that this computer trusts, so nothing was sent. “Test connection” in the settings shows whose it is.`;
    case 'tls':
      return `No secure connection to ${host} could be made, so nothing was sent. “Test connection” in the settings tells more.`;
    case 'proxy':
      return `The system's proxy setting could not be read, so ${host} was not reached.`;
    case 'dropped':
    case 'timeout':
    case 'other':
      return `No connection to ${host} came about, so nothing was sent. Check the network connection.`;
    default:
      return assertNever(verdict.reason);
  }
}

/** A proxy on the way said no, or could not be used. Nothing has reached PIMS. */
function proxyError(facts: CallFacts, verdict: TransportVerdict, error: TransportError): DeskError {
  const proxy = error.proxy;
  const proxyHost = proxy?.host ?? '';
  const status = proxy?.status ?? null;
  const details = {
    ...reasonDetails(verdict),
    proxy: proxyHost,
    ...(status === null ? {} : { status }),
    ...(proxy?.signIn === null || proxy?.signIn === undefined ? {} : { signIn: proxy.signIn }),
  };
  if (status === null) {
    const message =
      error.code === 'PROXY_UNSUPPORTED'
        ? `The system sends requests to ${facts.host} through a kind of proxy that Order Desk can't use (${proxyHost}). Ask IT for an HTTP proxy or a direct way.`
        : `The proxy ${proxyHost}, through which the system sends requests to ${facts.host}, can't be reached. Check the network connection.`;
    return callError('unreachable', facts, message, 'no', details, error);
  }
  if (status === 502 || status === 503 || status === 504) {
    const message = `The proxy ${proxyHost} found no way to ${facts.host} (${status}). Check the address, or try again later.`;
    return callError('unreachable', facts, message, 'no', details, error);
  }
  const message =
    status === 407
      ? `The proxy ${proxyHost} demands a sign-in${proxy?.signIn ? ` (${proxy.signIn})` : ''} before it lets requests through to ${facts.host}. Order Desk can't sign in to proxies: ask IT to let ${facts.host} through without one.`
      : `The proxy ${proxyHost} does not let requests through to ${facts.host} (${status}). Ask IT to allow this address.`;
  return callError(
    'not-pims',
    { ...facts, host: proxyHost },
    message,
    'no',
    { ...details, wanted: facts.host },
    error,
  );
}

function reasonDetails(verdict: TransportVerdict): ErrorDetails {
  return { reason: verdict.reason, ...(verdict.code === '' ? {} : { errorCode: verdict.code }) };
}
