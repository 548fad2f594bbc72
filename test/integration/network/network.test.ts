import net from 'node:net';
import tls from 'node:tls';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createNetwork, type Network, type NetworkOptions } from '../../../electron/network/network.ts';
import { TransportError } from '../../../electron/network/transport-error.ts';
import { authority, serverIdentity } from './certificates.ts';
import { httpAnswer, type RawRequest, type RawServer, startRawServer } from './raw-server.ts';
import { startTestProxy } from './test-proxy.ts';

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

function keep<T extends { close(): Promise<void> }>(one: T): T {
  open.push(one);
  return one;
}

function network(options: Partial<NetworkOptions> = {}): Network {
  return keep(
    createNetwork({ resolveProxy: async () => 'DIRECT', systemCertificates: () => [], ...options }),
  );
}

const hello = ({ socket }: RawRequest) => socket.write(httpAnswer(200, '{"status":"success"}'));

async function secureServer(name: Parameters<typeof serverIdentity>[0], answer = hello): Promise<RawServer> {
  return keep(
    await startRawServer(answer, (listener) => {
      const server = tls.createServer(serverIdentity(name), listener);
      server.on('tlsClientError', () => undefined);
      return server;
    }),
  );
}

async function failure(promise: Promise<unknown>): Promise<TransportError> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof TransportError) return error;
  throw new Error('A TransportError was expected.', { cause: error });
}

describe('certificates', () => {
  it('trusts an extra authority only while it is set', async () => {
    const server = await secureServer('loopback');
    const url = `https://127.0.0.1:${server.port}/`;
    const one = network();

    expect(await failure(one.fetch(url))).toMatchObject({
      sent: false,
      code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    });
    expect(server.requests).toHaveLength(0);

    one.setExtraCa(authority);
    expect((await one.fetch(url)).status).toBe(200);

    one.setExtraCa(null);
    expect(await failure(one.fetch(url))).toMatchObject({ sent: false });
    expect(server.requests).toHaveLength(1);
  });

  it('trusts what the system trusts, and asks for it once', async () => {
    const server = await secureServer('loopback');
    const systemCertificates = vi.fn(() => [authority]);
    const one = network({ systemCertificates });
    expect(systemCertificates).not.toHaveBeenCalled();
    await one.fetch(`https://localhost:${server.port}/`);
    await one.fetch(`https://127.0.0.1:${server.port}/`);
    expect(server.requests).toHaveLength(2);
    expect(systemCertificates).toHaveBeenCalledTimes(1);
  });

  it('still trusts the others when the system holds an unreadable one', async () => {
    const server = await secureServer('loopback');
    const one = network({
      systemCertificates: () => ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
    });
    one.setExtraCa(authority);
    expect((await one.fetch(`https://localhost:${server.port}/`)).status).toBe(200);
  });

  it.each([
    ['expired', 'CERT_HAS_EXPIRED'],
    ['other-name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ] as const)('sends nothing to a server whose certificate is %s', async (name, code) => {
    const server = await secureServer(name);
    const one = network();
    one.setExtraCa(authority);
    const url = `https://localhost:${server.port}/`;
    expect(await failure(one.fetch(url, { method: 'PUT', body: '{}' }))).toMatchObject({ sent: false, code });
    expect(server.requests).toHaveLength(0);
  });

  it('reads any certificate without sending anything', async () => {
    const server = await secureServer('expired');
    const evidence = await network().readCertificate(`https://localhost:${server.port}/some/path`);
    expect(evidence).toEqual({
      host: 'localhost',
      subject: 'CN=localhost, O=Order Desk tests',
      issuer: 'CN=Test authority, O=Order Desk tests',
      names: 'DNS:localhost, IP Address:127.0.0.1',
      validFrom: '2020-01-01T00:00:00.000Z',
      validTo: '2021-01-01T00:00:00.000Z',
      selfSigned: false,
    });
    expect(server.requests).toHaveLength(0);
  });

  it('reads no certificate where there is none', async () => {
    const plain = keep(await startRawServer(({ socket }) => socket.end('no TLS here')));
    const one = network();
    expect(await one.readCertificate(`http://localhost:${plain.port}`)).toBeNull();
    await plain.close();
    expect(await one.readCertificate(`https://localhost:${plain.port}`)).toBeNull();
  });
});

describe('proxies', () => {
  it('never asks about loopback', async () => {
    const server = keep(await startRawServer(hello));
    const resolveProxy = vi.fn(async () => 'PROXY 127.0.0.1:1');
    const one = network({ resolveProxy });
    for (const host of ['127.0.0.1', 'localhost']) await one.fetch(`http://${host}:${server.port}/`);
    expect(resolveProxy).not.toHaveBeenCalled();
    expect(server.requests).toHaveLength(2);
  });

  it('reaches a server through the proxy that the system names, and checks the server itself', async () => {
    const server = await secureServer('other-name');
    const proxy = keep(await startTestProxy({ leadsTo: server.port }));
    const resolveProxy = vi.fn(async () => `PROXY ${proxy.address}`);
    const one = network({ resolveProxy });
    one.setExtraCa(authority);

    const answer = await one.fetch('https://pims.example/x?y=1', { method: 'PUT', body: '{"a":1}' });
    expect(await answer.json()).toEqual({ status: 'success' });
    expect(proxy.asked).toEqual(['pims.example:443']);
    expect(resolveProxy).toHaveBeenCalledWith('https://pims.example/x?y=1');
    expect(server.requests[0]?.head).toMatch(/^PUT \/x\?y=1 HTTP\/1\.1\r\nhost: pims\.example\r\n/i);

    expect(await failure(one.fetch('https://other.example/'))).toMatchObject({
      sent: false,
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
    expect(await one.readCertificate('https://other.example:8443/')).toMatchObject({
      host: 'other.example',
      names: 'DNS:pims.example',
    });
    expect(proxy.asked.at(-1)).toBe('other.example:8443');
  });

  it('reaches a server through a proxy that itself speaks TLS', async () => {
    const server = await secureServer('other-name');
    const proxy = keep(await startTestProxy({ leadsTo: server.port, identity: serverIdentity('loopback') }));
    const one = network({ resolveProxy: async () => `HTTPS ${proxy.address}` });
    one.setExtraCa(authority);
    expect((await one.fetch('https://pims.example/')).status).toBe(200);
  });

  it('says which sign-in a proxy demands', async () => {
    const refusal =
      '407 Proxy Authentication Required\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM\r\nContent-Length: 0';
    const proxy = keep(await startTestProxy({ refusal }));
    const one = network({ resolveProxy: async () => `PROXY ${proxy.address}; DIRECT` });
    expect(await failure(one.fetch('https://pims.example/'))).toMatchObject({
      sent: false,
      code: 'PROXY_REFUSED',
      proxy: { host: proxy.address, status: 407, signIn: 'Negotiate, NTLM' },
    });
    expect(await one.readCertificate('https://pims.example/')).toBeNull();
  });

  it('goes on to the next proxy when one is down or of a kind that it can not use', async () => {
    const server = await secureServer('other-name');
    const down = await startTestProxy({ leadsTo: server.port });
    await down.close();
    const proxy = keep(await startTestProxy({ leadsTo: server.port }));
    const one = network({
      resolveProxy: async () => `SOCKS5 127.0.0.1:1080; PROXY ${down.address}; PROXY ${proxy.address}`,
    });
    one.setExtraCa(authority);
    expect((await one.fetch('https://pims.example/')).status).toBe(200);
    expect(proxy.asked).toHaveLength(1);
  });

  it('names the proxy when there is no other way', async () => {
    const socks = network({ resolveProxy: async () => 'SOCKS5 proxy.example:1080' });
    expect(await failure(socks.fetch('https://pims.example/'))).toMatchObject({
      sent: false,
      code: 'PROXY_UNSUPPORTED',
      proxy: { host: 'SOCKS5 proxy.example:1080', status: null },
    });
    const down = await startTestProxy({});
    await down.close();
    const one = network({ resolveProxy: async () => `PROXY ${down.address}` });
    expect(await failure(one.fetch('https://pims.example/'))).toMatchObject({
      sent: false,
      code: 'PROXY_UNREACHABLE',
      proxy: { host: down.address, status: null },
    });
  });

  it('sends nothing when the system does not say which proxy to use', async () => {
    const one = network({ resolveProxy: () => Promise.reject(new Error('no answer')) });
    expect(await failure(one.fetch('https://pims.example/'))).toMatchObject({
      sent: false,
      code: 'PROXY_UNKNOWN',
    });
  });
});

describe('sending', () => {
  it('knows that nothing was sent when a call is withdrawn while connecting', async () => {
    const proxy = keep(await startTestProxy({ silent: true }));
    const one = network({ resolveProxy: async () => `PROXY ${proxy.address}` });
    const controller = new AbortController();
    const call = failure(
      one.fetch('https://pims.example/', { method: 'PUT', body: '{}', signal: controller.signal }),
    );
    await vi.waitFor(() => expect(proxy.asked).toHaveLength(1));
    controller.abort();
    expect((await call).sent).toBe(false);
  });

  it('never sends later what was withdrawn while connecting', async () => {
    // The handshake is held back until the call was withdrawn.
    const server = await secureServer('loopback');
    const held: (() => void)[] = [];
    let closed = 0;
    const gate = keep(
      await startRawServer(hello, () => {
        return net.createServer((socket) => {
          socket.on('error', () => undefined);
          socket.on('close', () => {
            closed += 1;
          });
          held.push(() => {
            const onward = net.connect(server.port, '127.0.0.1');
            onward.on('error', () => socket.destroy());
            onward.on('close', () => socket.destroy());
            socket.pipe(onward).pipe(socket);
          });
        });
      }),
    );
    const one = network({ systemCertificates: () => [authority] });
    const controller = new AbortController();
    const url = `https://localhost:${gate.port}/`;
    const call = failure(one.fetch(url, { method: 'PUT', body: '{}', signal: controller.signal }));
    await vi.waitFor(() => expect(held).toHaveLength(1));
    controller.abort();
    expect((await call).sent).toBe(false);
    for (const release of held) release();

    expect((await one.fetch(`https://localhost:${server.port}/after`)).status).toBe(200);
    // Either the connection is given up, or it is made and left unused.
    await vi.waitFor(() => expect(closed + server.connections()).toBeGreaterThanOrEqual(2));
    expect(server.requests.map((request) => request.head.split(' ')[0])).toEqual(['GET']);
  });

  it('knows that sending had begun when the answer does not come', async () => {
    const server = keep(await startRawServer(() => undefined));
    const one = network();
    const controller = new AbortController();
    const call = failure(
      one.fetch(`http://127.0.0.1:${server.port}/`, { method: 'PUT', body: '{}', signal: controller.signal }),
    );
    await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    controller.abort();
    expect((await call).sent).toBe(true);
  });

  it('knows that nothing was sent when a TLS handshake is broken off', async () => {
    const server = keep(
      await startRawServer(hello, () =>
        net.createServer((socket) => {
          socket.on('error', () => undefined);
          socket.once('data', () => socket.resetAndDestroy());
        }),
      ),
    );
    expect(await failure(network().fetch(`https://localhost:${server.port}/`))).toMatchObject({
      sent: false,
      code: 'ECONNRESET',
    });
  });

  it.each([301, 302, 307, 407, 421, 401])('hands out a %i like any other answer', async (status) => {
    const server = keep(
      await startRawServer(({ socket }) =>
        socket.write(httpAnswer(status, '', { location: '/elsewhere', 'proxy-authenticate': 'Basic' })),
      ),
    );
    const answer = await network().fetch(`http://127.0.0.1:${server.port}/`, { method: 'POST', body: '[]' });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('location')).toBe('/elsewhere');
    expect(server.requests).toHaveLength(1);
  });

  it('reads compressed answers', async () => {
    const packed = gzipSync('{"status":"success"}');
    const server = keep(
      await startRawServer(({ socket }) => {
        socket.write(
          `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-encoding: gzip\r\ncontent-length: ${packed.length}\r\n\r\n`,
        );
        socket.write(packed);
      }),
    );
    const answer = await network().fetch(`http://127.0.0.1:${server.port}/`);
    expect(await answer.json()).toEqual({ status: 'success' });
  });

  it('fails what still runs when it is closed', async () => {
    const server = keep(await startRawServer(() => undefined));
    const one = createNetwork({ resolveProxy: async () => 'DIRECT', systemCertificates: () => [] });
    const call = failure(one.fetch(`http://127.0.0.1:${server.port}/`));
    await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    await one.close();
    expect((await call).sent).toBe(true);
  });
});
