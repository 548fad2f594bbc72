import { describe, expect, it } from 'vitest';
import { downloadFailure } from '../../../scripts/setup/electron-runtime.mjs';
import { expectChecksum, fallback, fallbackRecipe } from '../../../scripts/setup/fallback-runtime.mjs';

describe('the fallback runtime', () => {
  it('is refused with both checksums when it is not what was pinned', () => {
    const check = () => expectChecksum('The download', 'sha512', { expected: 'aaa=', found: 'bbb=' });
    expect(check).toThrow(/The download is not what was pinned: expected sha512 aaa=, found bbb=/);
    expect(check).toThrow(/ORDER_DESK_NO_FALLBACK_RUNTIME=1/);
  });

  it('is taken when the checksums agree', () => {
    expect(() => expectChecksum('The download', 'sha512', { expected: 'aaa=', found: 'aaa=' })).not.toThrow();
  });

  it('is pinned by an exact version and checksums of full length', () => {
    expect(fallback.package).toMatch(/@\d+\.\d+\.\d+$/);
    expect(Buffer.from(fallback.tarballSha512, 'base64')).toHaveLength(64);
    expect(Buffer.from(fallback.binarySha256, 'hex')).toHaveLength(32);
  });

  it('has a recipe that is the same for the same sources', () => {
    expect(fallbackRecipe()).toMatch(/^[0-9a-f]{64}$/);
    expect(fallbackRecipe()).toBe(fallbackRecipe());
  });
});

describe('why the official download failed', () => {
  it.each([
    ['TypeError: fetch failed\n    at node:internal/deps/undici', 'its release page is out of reach'],
    ['RequestError: getaddrinfo ENOTFOUND github.com', 'its release page is out of reach'],
    [
      'Error: Generated checksum for "electron.zip" did not match',
      'Generated checksum for "electron.zip" did not match',
    ],
    ['', 'the download gave no reason'],
  ])('%s', (output, reason) => {
    expect(downloadFailure(output)).toBe(reason);
  });
});
