import { describe, expect, it } from 'vitest';
import type { CertificateEvidence } from '../../../electron/network/certificate.ts';
import { TransportError } from '../../../electron/network/transport-error.ts';
import { testConnection } from '../../../electron/pims/explain-connection.ts';
import { type ConnectionTest, connectionTestSchema } from '../../../shared/connections/connection.ts';
import { json, page, secret } from './fake-fetch.ts';

const certificate: CertificateEvidence = {
  host: 'pims.example',
  subject: 'CN=pims.example',
  issuer: 'CN=Office inspection, O=Example Ltd',
  names: 'DNS:pims.example',
  validFrom: '2025-01-01T00:00:00.000Z',
  validTo: '2026-01-01T00:00:00.000Z',
  selfSigned: false,
};

async function test(
  answer: () => Response | Promise<Response>,
  baseUrl = 'https://pims.example',
): Promise<ConnectionTest & { metered: string[]; asked: string[]; read: string[] }> {
  const metered: string[] = [];
  const asked: string[] = [];
  const read: string[] = [];
  const result = await testConnection({
    access: { baseUrl, teamId: 'team', apiId: 'desk', apiSecret: secret },
    fetch: async (input) => {
      asked.push(String(input));
      return answer();
    },
    readCertificate: async (url) => {
      read.push(url);
      return certificate;
    },
    onMetered: (endpoint) => metered.push(endpoint),
  });
  expect(connectionTestSchema.safeParse(result).success).toBe(true);
  expect(JSON.stringify(result)).not.toContain(secret);
  return { ...result, metered, asked, read };
}

const evidence = (result: ConnectionTest) =>
  Object.fromEntries(result.evidence.map(({ label, value }) => [label, value]));

const lost = (code: string) => () => Promise.reject(new TransportError('x', { sent: false, code }));

describe('a connection that works', () => {
  it('says so, and costs one cheap request', async () => {
    const result = await test(() => json({ status: 'success', data: [], subRecords: null }));
    expect(result).toMatchObject({ ok: true, advice: '', metered: ['orders/query'], read: [] });
    expect(result.asked).toHaveLength(1);
    expect(result.asked[0]).toContain('maxReturn=1');
    expect(evidence(result).Server).toBe('pims.example');
  });
});

describe('a connection that does not', () => {
  it.each([
    ['ENOTFOUND', 'no server named pims.example', 'spelling'],
    ['EAI_AGAIN', 'could not be looked up', 'network connection'],
    ['ECONNREFUSED', 'takes no connection', 'port'],
    ['ENETUNREACH', 'no way to pims.example', 'VPN'],
    ['UND_ERR_CONNECT_TIMEOUT', 'not be reached in time', 'VPN'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'speaks no HTTPS', 'port'],
    ['PROXY_UNKNOWN', 'proxy setting', 'network connection'],
  ])('%s', async (code, message, advice) => {
    const result = await test(lost(code));
    expect(result.ok).toBe(false);
    expect(result.message).toContain(message);
    expect(result.advice).toContain(advice);
    expect(result.metered).toEqual([]);
    expect(evidence(result).Code).toBe(code);
  });

  it.each([
    ['CERT_HAS_EXPIRED', 'expired (2026-01-01)', 'date of this computer'],
    ['CERT_NOT_YET_VALID', 'not valid yet (from 2025-01-01)', 'date and time'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'other names: DNS:pims.example', 'name that the certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'made for itself', 'Settings, Network'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'issued by “CN=Office inspection, O=Example Ltd”', 'Settings, Network'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'does not trust', 'ask IT'],
    ['INVALID_PURPOSE', 'could not be checked (INVALID_PURPOSE)', 'evidence'],
  ])('certificate: %s', async (code, message, advice) => {
    const result = await test(lost(code));
    expect(result.message).toContain(message);
    expect(result.advice).toContain(advice);
    expect(evidence(result)).toMatchObject({
      'Certificate made out to': 'CN=pims.example',
      'Issued by': 'CN=Office inspection, O=Example Ltd',
      Valid: '2025-01-01 to 2026-01-01',
      Code: code,
    });
    expect(result.read).toEqual(['https://pims.example']);
  });

  it('wrong key', async () => {
    const result = await test(() => json({ message: 'missing or invalid' }, 401));
    expect(result.message).toContain('does not accept this API ID and secret');
    expect(evidence(result)).toMatchObject({ 'HTTP status': '401', 'It says': 'missing or invalid' });
    expect(result.metered).toEqual([]);
  });

  it('missing or unknown team', async () => {
    const result = await test(() => json({ status: 'error', message: "Missing 'teamID' parameter!" }, 400));
    expect(result.message).toBe("PIMS accepts the key but not the team ID: Missing 'teamID' parameter!");
    expect(result.advice).toContain('team ID');
  });

  it('any other refusal', async () => {
    const result = await test(() => json({ message: 'License expired' }, 400));
    expect(result.message).toContain('refused a simple search: License expired');
  });

  it('not PIMS: another page of the server', async () => {
    const result = await test(() => page('<title>Not Found</title>', 404, { server: 'Apache' }));
    expect(result.message).toContain('pims.example answered with a web page (“Not Found”)');
    expect(result.advice).toContain('Only the server’s address is needed');
    expect(evidence(result)).toMatchObject({
      'HTTP status': '404',
      'Calls itself': 'Apache',
      'Issued by': 'CN=Office inspection, O=Example Ltd',
    });
  });

  it('not PIMS: a sign-in page that we are sent on to', async () => {
    const result = await test(
      () => new Response(null, { status: 302, headers: { location: 'https://login.example/?t=1' } }),
    );
    expect(result.message).toContain('sent Order Desk on to login.example');
    expect(evidence(result)['Sent on to']).toBe('login.example');
  });

  it('a proxy that wants a Windows sign-in', async () => {
    const proxy = { host: 'proxy.example:8080', status: 407, signIn: 'Negotiate, NTLM' };
    const result = await test(() =>
      Promise.reject(new TransportError('x', { sent: false, code: 'PROXY_REFUSED', proxy })),
    );
    expect(result.message).toContain('The proxy proxy.example:8080 demands a sign-in (Negotiate, NTLM)');
    expect(result.advice).toContain('Windows sign-in');
    expect(evidence(result)).toMatchObject({ Server: 'pims.example', Proxy: 'proxy.example:8080' });
  });

  it.each([
    [() => json({}, 500), 'answered, but failed (500)'],
    [() => json({ hello: 'world' }), 'not PIMS data'],
    [() => Promise.reject(new TransportError('x', { sent: true, code: 'ECONNRESET' })), 'broke it off'],
    [
      () => Promise.reject(new TransportError('x', { sent: true, code: 'UND_ERR_HEADERS_TIMEOUT' })),
      'in time',
    ],
    [() => json({}, 429), 'asks for a pause'],
  ])('trouble that may pass', async (answer, message) => {
    const result = await test(answer);
    expect(result.ok).toBe(false);
    expect(result.message).toContain(message);
    expect(result.advice).not.toBe('');
    expect(result.metered).toEqual(['orders/query']);
  });

  it('an address that is none', async () => {
    const result = await test(() => json({}), 'http://pims.example');
    expect(result).toMatchObject({ ok: false, asked: [], metered: [] });
    expect(result.message).toContain('https://');
  });
});
