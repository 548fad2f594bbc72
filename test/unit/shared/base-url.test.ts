import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLoopback, PIMS_API_PATH, readBaseUrl } from '../../../shared/connections/base-url.ts';

describe('a typed server address', () => {
  it.each([
    ['cloud.weevio.co', 'https://cloud.weevio.co'],
    ['  https://cloud.weevio.co  ', 'https://cloud.weevio.co'],
    ['https://cloud.weevio.co/', 'https://cloud.weevio.co'],
    ['https://cloud.weevio.co///', 'https://cloud.weevio.co'],
    ['HTTPS://Cloud.Weevio.CO', 'https://cloud.weevio.co'],
    ['https://cloud.weevio.co/tenant/api/pims/v1', 'https://cloud.weevio.co'],
    ['https://cloud.weevio.co/tenant/api/pims/v1/', 'https://cloud.weevio.co'],
    ['https://cloud.weevio.co/tenant/api/pims/v1/orders/single', 'https://cloud.weevio.co'],
    ['https://cloud.weevio.co/Tenant/API/pims/V1', 'https://cloud.weevio.co'],
    ['https://gateway.example/pims//prod/', 'https://gateway.example/pims/prod'],
    ['https://gateway.example/prod/tenant/api/pims/v1', 'https://gateway.example/prod'],
    ['https://pims.example:443', 'https://pims.example'],
    ['https://pims.example:8443/', 'https://pims.example:8443'],
    ['http://localhost:4010', 'http://localhost:4010'],
    ['http://127.0.0.1:80', 'http://127.0.0.1'],
    ['http://[::1]:4010/', 'http://[::1]:4010'],
    ['pims.example.', 'https://pims.example'],
  ])('%j is read as %j', (typed, baseUrl) => {
    expect(readBaseUrl(typed)).toEqual({ ok: true, baseUrl });
  });

  it.each([
    ['', 'Enter the address'],
    ['   ', 'Enter the address'],
    ['ftp://pims.example', 'https://'],
    ['http://pims.example', 'Plain http'],
    ['http://127.0.0.1.evil.example', 'Plain http'],
    ['http://localhost.evil.example', 'Plain http'],
    ['https://api:secret@pims.example', 'user name and password'],
    ['https://pims.example/?teamID=1', 'Leave out everything'],
    ['https://pims.example#top', 'Leave out everything'],
    ['https://pims example', 'is not a server name'],
    ['https://', 'is not a server name'],
    ['https://pims.example:0', 'not a port'],
    ['https://pims.example:70000', 'not a port'],
    ['javascript:alert(1)', 'is not a server name'],
  ])('%j is refused with a reason', (typed, reason) => {
    const reading = readBaseUrl(typed);
    expect(reading.ok ? reading.baseUrl : reading.problem).toContain(reason);
  });

  it('is the same after reading it again, with or without the path of the API', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ validSchemes: ['https'], withQueryParameters: false, withFragments: false }),
        fc.constantFrom('', '/', PIMS_API_PATH, `${PIMS_API_PATH}/`),
        (url, ending) => {
          const reading = readBaseUrl(url.replace(/\/+$/, '') + ending);
          fc.pre(reading.ok);
          expect(readBaseUrl(reading.baseUrl)).toEqual(reading);
          expect(readBaseUrl(reading.baseUrl + PIMS_API_PATH)).toEqual(reading);
          expect(reading.baseUrl).not.toMatch(/\/$/);
        },
      ),
    );
  });

  it('never lets plain http out of the machine', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['http'] }), (url) => {
        const reading = readBaseUrl(url);
        expect(reading.ok && !isLoopback(new URL(reading.baseUrl).hostname)).toBe(false);
      }),
    );
  });
});
