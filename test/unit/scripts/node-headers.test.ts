import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installedNodeHeaders } from '../../../scripts/setup/node-headers.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'node-headers-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("Node's headers beside its program", () => {
  const program = () => join(folder, 'bin', 'node');
  const install = (major: number) => {
    mkdirSync(join(folder, 'include', 'node'), { recursive: true });
    writeFileSync(
      join(folder, 'include', 'node', 'node_version.h'),
      `#define NODE_MAJOR_VERSION ${major}\n#define NODE_MINOR_VERSION 1\n`,
    );
  };

  it('are found when they are of this version', () => {
    install(20);
    expect(installedNodeHeaders(program(), '20.19.0')).toBe(folder);
  });

  it('are left alone when they are of another, or not there', () => {
    expect(installedNodeHeaders(program(), '20.19.0')).toBeUndefined();
    install(18);
    expect(installedNodeHeaders(program(), '20.19.0')).toBeUndefined();
  });
});
