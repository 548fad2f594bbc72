import { describe, expect, it } from 'vitest';
import { TransportError } from '../../../electron/network/transport-error.ts';
import { classifyStatus, classifyTransport } from '../../../electron/pims/classify.ts';

describe('classifyStatus', () => {
  it('knows every status', () => {
    const kinds = new Map<string, number[]>();
    for (let status = 100; status < 600; status += 1) {
      const kind = classifyStatus(status);
      kinds.set(kind, [...(kinds.get(kind) ?? []), status]);
    }
    const span = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
    expect(kinds.get('answer')).toEqual(span(200, 299));
    expect(kinds.get('rejected')).toEqual([400]);
    expect(kinds.get('unauthorized')).toEqual([401]);
    expect(kinds.get('rate-limited')).toEqual([429]);
    expect(kinds.get('server-error')).toEqual(span(500, 599).filter((status) => status !== 511));
    expect(kinds.get('not-pims')).toEqual([
      ...span(100, 199),
      ...span(300, 399),
      ...span(402, 499).filter((status) => status !== 429),
      511,
    ]);
  });
});

function fetchFailed(cause: object): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('cause'), cause) });
}

describe('classifyTransport, for a fetch that does not tell whether it had sent', () => {
  it.each([
    [{ code: 'ENOTFOUND', syscall: 'getaddrinfo' }, 'host-not-found'],
    [{ code: 'EAI_AGAIN', syscall: 'getaddrinfo' }, 'host-not-found'],
    [{ code: 'ECONNREFUSED', syscall: 'connect' }, 'refused'],
    [{ code: 'EHOSTUNREACH', syscall: 'connect' }, 'no-route'],
    [{ code: 'ENETUNREACH', syscall: 'connect' }, 'no-route'],
    [{ code: 'ETIMEDOUT', syscall: 'connect' }, 'connect-timeout'],
    [{ code: 'UND_ERR_CONNECT_TIMEOUT' }, 'connect-timeout'],
    [{ code: 'CERT_HAS_EXPIRED' }, 'certificate'],
    [{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'certificate'],
    [{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'certificate'],
  ])('%o: nothing was sent', (cause, reason) => {
    expect(classifyTransport(fetchFailed(cause))).toMatchObject({ nothingSent: true, reason });
  });

  it.each([
    [{ code: 'ECONNRESET', syscall: 'read' }, 'dropped'],
    [{ code: 'EPIPE', syscall: 'write' }, 'dropped'],
    [{ code: 'EHOSTUNREACH', syscall: 'read' }, 'no-route'],
    [{ code: 'ETIMEDOUT', syscall: 'read' }, 'timeout'],
    [{ code: 'UND_ERR_SOCKET' }, 'dropped'],
    [{ code: 'UND_ERR_HEADERS_TIMEOUT' }, 'timeout'],
    [{ code: 'UND_ERR_BODY_TIMEOUT' }, 'timeout'],
    [{ code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' }, 'tls'],
    [{ code: 'HPE_INVALID_CONSTANT' }, 'other'],
    [{ code: 'SOMETHING_NEW' }, 'other'],
    [{}, 'other'],
  ])('%o: nobody knows', (cause, reason) => {
    expect(classifyTransport(fetchFailed(cause))).toMatchObject({ nothingSent: false, reason });
  });

  it('looks into an attempt at several addresses', () => {
    const attempts = ['::1', '127.0.0.1'].map((address) =>
      Object.assign(new Error('refused'), { code: 'ECONNREFUSED', syscall: 'connect', address }),
    );
    const error = new TypeError('fetch failed', { cause: new AggregateError(attempts) });
    expect(classifyTransport(error)).toEqual({ nothingSent: true, reason: 'refused', code: 'ECONNREFUSED' });
  });

  it.each([undefined, null, 'text', 42, new Error('x'), new DOMException('x', 'AbortError')])(
    'never calls %o “nothing sent”',
    (error) => {
      expect(classifyTransport(error)).toMatchObject({ nothingSent: false, reason: 'other' });
    },
  );
});

describe('classifyTransport, for our own network', () => {
  it.each(['ECONNRESET', 'UND_ERR_SOCKET', 'ECONNREFUSED', 'SOMETHING_NEW', ''])(
    'believes what it says of %s',
    (code) => {
      expect(classifyTransport(new TransportError('x', { sent: false, code })).nothingSent).toBe(true);
      expect(classifyTransport(new TransportError('x', { sent: true, code })).nothingSent).toBe(false);
    },
  );
});
