import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildIfChanged, hashOf } from '../../../scripts/build-stamp.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-stamp-'));
  mkdirSync(join(folder, 'source'));
  writeFileSync(join(folder, 'source', 'a.ts'), 'export {};');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the hash of sources', () => {
  it('changes with contents, names and new files, and with nothing else', () => {
    const source = join(folder, 'source');
    const seen = new Set([hashOf([source])]);
    expect(seen.has(hashOf([source]))).toBe(true);
    writeFileSync(join(source, 'a.ts'), 'export const a = 1;');
    seen.add(hashOf([source]));
    writeFileSync(join(source, 'b.ts'), '');
    seen.add(hashOf([source]));
    rmSync(join(source, 'a.ts'));
    seen.add(hashOf([source]));
    seen.add(hashOf([source, join(folder, 'missing')]));
    expect(seen.size).toBe(5);
  });
});

describe('building only what has changed', () => {
  const build = (done: string[]) =>
    buildIfChanged(
      join(folder, 'out', 'stamp'),
      () => hashOf([join(folder, 'source')]),
      async () => {
        done.push('built');
      },
    );

  it('builds once for the same sources, and again after a change', async () => {
    const done: string[] = [];
    expect(await build(done)).toBe(true);
    expect(await build(done)).toBe(false);
    writeFileSync(join(folder, 'source', 'a.ts'), 'export const a = 2;');
    expect(await build(done)).toBe(true);
    expect(done).toHaveLength(2);
  });

  it('builds again after a build that failed', async () => {
    const stamp = join(folder, 'out', 'stamp');
    const failing = buildIfChanged(
      stamp,
      () => 'x',
      () => Promise.reject(new Error('no')),
    );
    await expect(failing).rejects.toThrow('no');
    const done: string[] = [];
    expect(
      await buildIfChanged(
        stamp,
        () => 'x',
        async () => void done.push('built'),
      ),
    ).toBe(true);
  });

  it('lets one of two that start together do the work', async () => {
    const done: string[] = [];
    await Promise.all([build(done), build(done)]);
    expect(done).toHaveLength(1);
  });
});
