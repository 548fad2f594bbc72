import { describe, expect, it } from 'vitest';
import { pageSource } from '../../../electron/shell/page-source.ts';

const built = { kind: 'built', page: 'orderdesk://app/index.html', origin: 'orderdesk://app' };

describe('pageSource', () => {
  it('is the built page', () => {
    expect(pageSource(false, undefined)).toEqual(built);
  });

  it('is the dev server while developing', () => {
    expect(pageSource(false, 'http://127.0.0.1:5173')).toEqual({
      kind: 'dev-server',
      page: 'http://127.0.0.1:5173/',
      origin: 'http://127.0.0.1:5173',
    });
  });

  it('never is another server, nor any in a packaged application', () => {
    expect(pageSource(true, 'http://127.0.0.1:5173')).toEqual(built);
    expect(pageSource(false, 'http://example.com:5173')).toEqual(built);
    expect(pageSource(false, 'https://127.0.0.1.example.com')).toEqual(built);
    expect(pageSource(false, 'nonsense')).toEqual(built);
  });
});
