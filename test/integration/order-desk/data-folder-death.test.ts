import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFile } from '../../../electron/storage/data-folder/soundness.ts';
import { draftLineIdSchema } from '../../../shared/ids.ts';
import { type BuiltProgram, buildProgram } from '../../child-programs/build-program.ts';
import { fillDraft, makeSetting, until } from './desk-under-test.ts';
import type { FolderDeath } from './dying-folder.ts';
import { copyOf, damagedFolders, databaseIn, missing, ruinRoot, witnessed } from './folder-damage.ts';

let program: BuiltProgram;

beforeAll(async () => {
  program = await buildProgram(join(import.meta.dirname, 'dying-folder.ts'));
});
afterAll(() => program.remove());

function begin(death: FolderDeath): ChildProcess {
  return fork(program.path, [JSON.stringify(death)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}

async function kill(child: ChildProcess): Promise<void> {
  const death = once(child, 'exit');
  child.kill('SIGKILL');
  await death;
}

describe('the lock of a data folder', () => {
  it('keeps others out while its process lives, and nobody once that was killed', async () => {
    const { open, folder } = await makeSetting();
    const child = begin({ folder, kind: 'hold', n: 0 });
    await once(child, 'message');
    await expect(open()).rejects.toMatchObject({ code: 'conflict' });
    await kill(child);
    expect(existsSync(join(folder, 'in-use.lock'))).toBe(true);
    await expect(open()).resolves.toBeDefined();
  });

  it('that was copied with its folder keeps nobody out, whether its process lives or was killed', async () => {
    const { folder, openFolder } = await makeSetting();
    const child = begin({ folder, kind: 'hold', n: 0 });
    await once(child, 'message');
    const copy = copyOf(folder);
    expect(existsSync(join(copy, 'in-use.lock'))).toBe(true);
    await expect(openFolder(copy)).resolves.toBeDefined();
    await kill(child);
    await expect(openFolder(copyOf(folder))).resolves.toBeDefined();
  });
});

describe('killed while it restores', () => {
  it('before any change to the files: the next start ends with the restored state', async () => {
    const { open, practice, folder, openFolder } = await makeSetting();
    const desk = await open();
    await fillDraft(desk, practice, { header: { REFERENCE_NUMBER: 'BEFORE' } });
    await desk.data.backUp();
    await fillDraft(desk, practice, { header: { REFERENCE_NUMBER: 'AFTER' } });
    await witnessed(folder, 'AFTER');
    await desk.close();
    ruinRoot(databaseIn(folder), 'drafts');
    const damaged = readFileSync(databaseIn(folder));

    let deaths = 0;
    for (let n = 1; ; n += 1) {
      const copy = copyOf(folder);
      const child = begin({ folder: copy, kind: 'change-files', n });
      const [, signal] = await once(child, 'exit');
      if (signal === null) break;
      deaths += 1;
      const after = await openFolder(copy);
      expect(
        (await after.drafts.list()).map(({ reference }) => reference),
        `${n}`,
      ).toEqual(['BEFORE']);
      expect(missing(after), `${n}`).toEqual(['draft AFTER lost']);
      expect(await after.outbox.copy()).toMatchObject({ why: 'restored' });
      const kept = damagedFolders(copy).map((name) => readdirSync(join(copy, name)));
      expect(
        kept.map((names) => names.filter((name) => name.endsWith('.db'))),
        `${n}`,
      ).toEqual([['order-desk.db']]);
      const [name = ''] = damagedFolders(copy);
      expect(readFileSync(join(copy, name, 'order-desk.db')).equals(damaged)).toBe(true);
      await after.close();
    }
    expect(deaths).toBeGreaterThan(6);
  }, 120_000);
});

describe('killed while it backs up', () => {
  it('leaves nothing that counts as a backup and is none', async () => {
    const { open, practice, folder, openFolder } = await makeSetting();
    const desk = await open();
    const { id } = await fillDraft(desk, practice, { lines: 1 });
    const edits = Array.from({ length: 4_000 }, (_, index) => ({
      kind: 'insert-line' as const,
      lineId: draftLineIdSchema.parse(`more-${index}`),
      after: null,
      fields: { PART_CODE: `PART-${index}`, DESCRIPTION: 'x'.repeat(200) },
    }));
    await desk.drafts.edit({ id, edits });
    await desk.close();
    rmSync(join(folder, 'backups'), { recursive: true, force: true });

    let unfinished = 0;
    for (let count = 0; count < 6; count += 1) {
      const copy = copyOf(folder);
      const child = begin({ folder: copy, kind: 'back-up', n: 0 });
      const backups = join(copy, 'backups');
      const names = () => (existsSync(backups) ? readdirSync(backups) : []);
      // So that it dies in the first one, in the next, in the one after that …
      await until('it is at it', () => names().filter((name) => name.endsWith('Z.db')).length >= count);
      await until('it writes', () => names().some((name) => name.includes('unfinished')));
      await kill(child);
      if (names().some((name) => name.includes('unfinished'))) unfinished += 1;
      for (const name of names().filter((one) => one.endsWith('Z.db'))) {
        expect([name, checkFile(join(backups, name))]).toEqual([name, 'sound']);
      }
      const after = await openFolder(copy);
      expect((await after.drafts.open({ id })).lines).toHaveLength(4_001);
      expect(after.findings.restored).toBeNull();
      await after.data.backUp();
      expect(names().filter((name) => name.includes('unfinished'))).toEqual([]);
      await after.close();
    }
    expect(unfinished).toBeGreaterThan(0);
  }, 120_000);
});
