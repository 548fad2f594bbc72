import { describe, expect, it } from 'vitest';
import { readProxyAnswer, routesKey } from '../../../electron/network/proxy-routes.ts';

const direct = { kind: 'direct' };
const proxy = (host: string, port: number, secure = false) => ({ kind: 'proxy', host, port, secure });

describe('readProxyAnswer', () => {
  it.each([
    ['DIRECT', [direct]],
    ['', [direct]],
    [' ; ', [direct]],
    ['PROXY proxy.example:8080', [proxy('proxy.example', 8080)]],
    ['proxy proxy.example:8080; direct', [proxy('proxy.example', 8080), direct]],
    ['PROXY a:1;PROXY b:2 ;  DIRECT', [proxy('a', 1), proxy('b', 2), direct]],
    ['PROXY proxy.example', [proxy('proxy.example', 80)]],
    ['HTTP proxy.example:3128', [proxy('proxy.example', 3128)]],
    ['HTTPS proxy.example', [proxy('proxy.example', 443, true)]],
    ['HTTPS [2001:db8::1]:8443', [proxy('2001:db8::1', 8443, true)]],
    ['SOCKS5 s:1080; DIRECT', [{ kind: 'unsupported', text: 'SOCKS5 s:1080' }, direct]],
    ['QUIC q:443', [{ kind: 'unsupported', text: 'QUIC q:443' }]],
    ['PROXY', [{ kind: 'unsupported', text: 'PROXY' }]],
    ['PROXY a:b:c', [{ kind: 'unsupported', text: 'PROXY a:b:c' }]],
  ])('%s', (answer, routes) => {
    expect(readProxyAnswer(answer)).toEqual(routes);
  });
});

it('routesKey tells lists apart, and only those that differ', () => {
  const keys = [
    'DIRECT',
    'PROXY a:1',
    'HTTPS a:1',
    'PROXY a:1; DIRECT',
    'DIRECT; PROXY a:1',
    'SOCKS5 a:1',
  ].map((answer) => routesKey(readProxyAnswer(answer)));
  expect(new Set(keys).size).toBe(keys.length);
  expect(routesKey(readProxyAnswer('proxy a:1;direct'))).toBe(
    routesKey(readProxyAnswer('PROXY a:1; DIRECT')),
  );
});
