import { describe, expect, it } from 'vitest';
import packageFile from '../../../package.json' with { type: 'json' };
import { expectNode, expectNpm, isOlder, oldestNode } from '../../../scripts/setup/node-version.mjs';

describe('the versions of Node.js and npm', () => {
  it.each([
    ['20.18.3', '20.19.0', true],
    ['20.19.0', '20.19.0', false],
    ['v20.19.1', '20.19.0', false],
    ['20.9.0', '20.19.0', true],
    ['22.0.0', '20.19.0', false],
    ['10.8.2', '10.0.0', false],
    ['24.0.0-nightly', '20.19.0', false],
    ['no version', '20.19.0', true],
  ])('%s is older than %s: %s', (version, than, older) => {
    expect(isOlder(version, than)).toBe(older);
  });

  it('says which Node.js is needed and what to do', () => {
    expect(() => expectNode('18.20.4')).toThrow(/18\.20\.4 is too old.*20\.19\.0 or newer.*nodejs\.org/);
    expect(() => expectNode(process.versions.node)).not.toThrow();
  });

  it('says how to get a newer npm', () => {
    expect(() => expectNpm('6.14.18')).toThrow(/npm install --global npm@11/);
  });

  it('asks for what package.json asks for', () => {
    expect(`>=${oldestNode}`.startsWith(packageFile.engines.node)).toBe(true);
  });
});
