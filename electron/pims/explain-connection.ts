import type { ConnectionTest } from '../../shared/connections/connection.ts';
import { assertNever, DeskError, isKeychainCode } from '../../shared/errors.ts';
import type { OrderQuery } from '../../shared/pims/filters.ts';
import type { CertificateEvidence } from '../network/certificate.ts';
import { explainCertificate } from './explain-certificate.ts';
import { createPimsClient, type PimsClientOptions } from './pims-client.ts';

export interface ConnectionTestOptions extends PimsClientOptions {
  /** Of `createNetwork`. */
  readonly readCertificate: (url: string) => Promise<CertificateEvidence | null>;
  readonly signal?: AbortSignal;
}

interface Words {
  readonly message: string;
  readonly advice: string;
}

/** Matches nothing: what is tested is the way to PIMS, and one record less is one less to carry. */
const cheapQuery: OrderQuery = {
  filters: [{ field: 'ORDER_NUMBER', value: '0', contains: false, conjunction: 'AND' }],
  maxReturn: 1,
};

const SLOW_MS = 5_000;

/**
 * “Test connection”: one search that matches nothing (at most one metered request), and whatever comes of it in
 * words, with advice and evidence. Never throws for what a network or a server does.
 */
export async function testConnection(options: ConnectionTestOptions): Promise<ConnectionTest> {
  const startedAt = performance.now();
  try {
    const client = createPimsClient(options);
    await client.queryOrders(cheapQuery, options.signal === undefined ? {} : { signal: options.signal });
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return explain(error, options);
  }
  const tookMs = Math.round(performance.now() - startedAt);
  return {
    ok: true,
    message: 'PIMS answered and accepts this connection.',
    advice:
      tookMs > SLOW_MS
        ? 'It answered slowly. If that stays so, orders still arrive, but searching will take its time.'
        : '',
    evidence: [
      { label: 'Server', value: new URL(options.access.baseUrl).host },
      { label: 'Answered in', value: `${tookMs} ms` },
    ],
  };
}

async function explain(error: DeskError, options: ConnectionTestOptions): Promise<ConnectionTest> {
  const showsCertificate =
    error.details.reason === 'certificate' || error.details.reason === 'tls' || error.code === 'not-pims';
  const certificate = showsCertificate ? await options.readCertificate(options.access.baseUrl) : null;
  const words = wordsFor(error, certificate);
  return { ok: false, ...words, evidence: [...evidenceOf(error), ...certificateEvidence(certificate)] };
}

function wordsFor(error: DeskError, certificate: CertificateEvidence | null): Words {
  const { code, details } = error;
  const host = String(details.wanted ?? details.host ?? '');
  if (isKeychainCode(code)) return asItIs(error);
  switch (code) {
    case 'unreachable':
      return unreachableWords(error, host, certificate);
    case 'unauthorized':
      return {
        message: `${host} is there, but does not accept this API ID and secret.`,
        advice:
          'Enter both again, without spaces around them. An administrator sees them on the dashboard of the vendor, and may have replaced them. A team without API keys is refused in the same way.',
      };
    case 'rejected':
      return rejectedWords(error);
    case 'rate-limited':
      return {
        message: 'PIMS is there and asks for a pause: it has had too many requests.',
        advice: 'Test again in a while. Nothing is wrong with the address or the key as far as can be seen.',
      };
    case 'not-pims':
      return { message: error.message, advice: notPimsAdvice(error) };
    case 'unknown-outcome':
      return {
        message: unknownWords(error, host),
        advice: 'Test again. If it stays so, tell who runs the PIMS server, with the evidence below.',
      };
    case 'cancelled':
      return { message: 'The test was cancelled.', advice: 'Start it again when you like.' };
    case 'invalid-input':
    case 'not-found':
    case 'conflict':
    case 'forbidden':
    case 'internal':
    case 'secret-missing':
      return asItIs(error);
    default:
      return assertNever(code);
  }
}

function asItIs({ message }: DeskError): Words {
  return { message, advice: 'Check what is entered for this connection.' };
}

function unreachableWords(error: DeskError, host: string, certificate: CertificateEvidence | null): Words {
  switch (error.details.reason) {
    case 'host-not-found':
      return {
        message: `There is no server named ${host}, or its name could not be looked up.`,
        advice:
          'Check the spelling of the address. If it is right, check the network connection; a server inside a company is often found only on its own network or VPN.',
      };
    case 'refused':
      return {
        message: `${host} was found, but takes no connection at this port.`,
        advice: 'Check the port in the address. If it is right, the PIMS server is not running just now.',
      };
    case 'no-route':
    case 'connect-timeout':
      return {
        message: error.message,
        advice: 'A server inside a company is often reached only on its own network or VPN.',
      };
    case 'certificate':
      return explainCertificate(String(error.details.errorCode ?? ''), host, certificate);
    case 'tls':
      return {
        message: `${host} was found, but speaks no HTTPS that Order Desk understands.`,
        advice: 'Check the port: PIMS is usually on 443. Else tell who runs the server, with the code below.',
      };
    default:
      return {
        message: error.message,
        advice: 'Check the network connection and the address, then test again.',
      };
  }
}

function rejectedWords(error: DeskError): Words {
  const said = String(error.details.serverMessage ?? '');
  if (/team/i.test(said)) {
    return {
      message: `PIMS accepts the key but not the team ID: ${said}`,
      advice: 'Check the team ID: it belongs to the same tenant as the API ID.',
    };
  }
  return {
    message:
      said === ''
        ? 'PIMS is there, but refused a simple search and gave no reason.'
        : `PIMS is there, but refused a simple search: ${said}`,
    advice: 'Check the team ID. If it is right, ask the vendor what the message means.',
  };
}

function notPimsAdvice(error: DeskError): string {
  const { status, signIn } = error.details;
  if (status === 407 && typeof signIn === 'string' && /negotiate|ntlm|kerberos/i.test(signIn)) {
    return 'This proxy wants a Windows sign-in, which Order Desk does not have. IT can let the PIMS server through without one.';
  }
  if (status === 404) {
    return 'Only the server’s address is needed, for example https://cloud.weevio.co; the path of the API is added by itself.';
  }
  return 'The certificate below, if there is one, names who is in between. IT can let the PIMS server through.';
}

function unknownWords(error: DeskError, host: string): string {
  switch (error.details.reason) {
    case 'server-error':
      return `${host} answered, but failed (${String(error.details.status)}).`;
    case 'timeout':
      return `${host} took the connection, but did not answer in time.`;
    case 'no-valid-answer':
      return `${host} answered with something that is not PIMS data.`;
    default:
      return `${host} took the connection and broke it off before it answered.`;
  }
}

const evidenceLabels: readonly (readonly [string, string])[] = [
  ['host', 'Answered or asked'],
  ['wanted', 'Server'],
  ['status', 'HTTP status'],
  ['serverMessage', 'It says'],
  ['pageTitle', 'Title of the page'],
  ['redirectedTo', 'Sent on to'],
  ['server', 'Calls itself'],
  ['via', 'By way of'],
  ['proxy', 'Proxy'],
  ['signIn', 'Sign-in it asks for'],
  ['errorCode', 'Code'],
];

function evidenceOf(error: DeskError): ConnectionTest['evidence'] {
  return evidenceLabels.flatMap(([key, label]) => {
    const value = error.details[key];
    return value === undefined || value === null ? [] : [{ label, value: String(value) }];
  });
}

function certificateEvidence(certificate: CertificateEvidence | null): ConnectionTest['evidence'] {
  if (certificate === null) return [];
  return [
    { label: 'Certificate made out to', value: certificate.subject },
    ...(certificate.names === '' ? [] : [{ label: 'For the names', value: certificate.names }]),
    { label: 'Issued by', value: certificate.issuer },
    {
      label: 'Valid',
      value: `${certificate.validFrom.slice(0, 10)} to ${certificate.validTo.slice(0, 10)}`,
    },
  ];
}
