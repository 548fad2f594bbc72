import { describe, expect, it } from 'vitest';
import { lockIsInstalled, whatToDo } from '../../../scripts/setup/node-modules.mjs';

describe('whether node modules are what the lock file names', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/zod': { version: '4.6.7', integrity: 'sha512-zod' },
      'node_modules/for-windows': { version: '1.0.0', integrity: 'sha512-win', optional: true },
    },
  };
  const zod = { version: '4.6.7', integrity: 'sha512-zod' };

  it('is so when all but other platforms are there', () => {
    expect(lockIsInstalled(lock, { packages: { 'node_modules/zod': zod } })).toBe(true);
  });

  it.each([
    ['a package is missing', {}],
    ['a package has another version', { 'node_modules/zod': { ...zod, version: '4.6.6' } }],
    ['a package has other contents', { 'node_modules/zod': { ...zod, integrity: 'sha512-other' } }],
    [
      'an optional package has another version',
      { 'node_modules/zod': zod, 'node_modules/for-windows': { version: '0.9.0', integrity: 'sha512-win' } },
    ],
  ])('is not so when %s', (_case, packages) => {
    expect(lockIsInstalled(lock, { packages })).toBe(false);
  });
});

describe('what to do when npm ci fails', () => {
  it.each([
    [
      'npm error code ENOTFOUND\nnpm error request to https://registry.npmjs.org/zod failed',
      /check the network/,
    ],
    [
      'gyp ERR! stack Error: `gyp` failed\nPackage libsecret-1 was not found in the pkg-config search path',
      /libsecret-1-dev/,
    ],
    [
      'prebuild-install warn install getaddrinfo ENOTFOUND github.com\ngyp ERR! not found: make',
      /build-essential/,
    ],
    [
      'gyp http GET https://nodejs.org/download/\ngyp ERR! stack is related to network connectivity.',
      /headers could not be downloaded from nodejs\.org.*npm_config_nodedir/,
    ],
    ['npm error code EUSAGE\nnpm error `npm ci` can only install packages when', /run "npm install"/],
    ['npm error code ENOSPC', /disk is full/],
    ['npm error something else', /see what npm says above/],
  ])('%s', (output, advice) => {
    expect(whatToDo(output)).toMatch(advice);
  });
});
