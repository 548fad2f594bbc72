import { describe, expect, it } from 'vitest';
import { isForeignPage } from '../../../electron/pims/foreign-page.ts';

const html = { 'content-type': 'text/html' };
const page = (body: string, title = 'Error') =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;

describe('answers in PIMS’s place', () => {
  it.each([
    ['a sign-in form', html, page('<form><input type="password" name="p"></form>')],
    ['a single sign-on form', html, page('<form><input type=hidden name="SAMLRequest" value="x"></form>')],
    ['a filter by its name', html, page('<h1>FortiGuard Intrusion Prevention</h1>')],
    ['a filter by its words', html, page('<p>Access to this web page has been blocked.</p>')],
    ['a company policy', html, page('<p>This address was blocked by your organization.</p>')],
    ['squid by its header', { ...html, 'x-squid-error': 'ERR_INVALID_REQ 0' }, page('')],
    ['a proxy by its server header', { server: 'BlueCoat' }, ''],
    ['a proxy that wants a sign-in', { 'proxy-authenticate': 'NTLM' }, ''],
    ['a gateway that wants a Windows sign-in', { 'www-authenticate': 'Negotiate' }, ''],
  ])('%s', (_what, headers, body) => {
    expect(isForeignPage(new Headers(headers), body)).toBe(true);
  });
});

describe('answers of PIMS or its own server', () => {
  it.each([
    [
      'JSON that happens to name a filter',
      { 'content-type': 'application/json' },
      '{"message":"Customer Squid Ltd is blocked by your company"}',
    ],
    ['a plain error page', html, page('<h1>HTTP Status 400 – Bad Request</h1><p>Invalid lock code</p>')],
    ['a blocked customer', html, page('<p>The customer M-1000 is blocked.</p>')],
    ['nginx', { ...html, server: 'nginx' }, page('<center><h1>400 Bad Request</h1></center>')],
    ['the documented challenge', { 'www-authenticate': 'Basic realm="PIMS"' }, ''],
    ['a choice that includes Basic', { 'www-authenticate': 'Negotiate, Basic realm="PIMS"' }, ''],
    ['plain text', { 'content-type': 'text/plain' }, 'Access to this page is denied'],
  ])('%s', (_what, headers, body) => {
    expect(isForeignPage(new Headers(headers), body)).toBe(false);
  });
});
