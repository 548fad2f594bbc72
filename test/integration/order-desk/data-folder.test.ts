import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FolderDesk } from '../../../electron/order-desk.ts';
import { listBackups } from '../../../electron/storage/data-folder/backup-files.ts';
import { openDatabase } from '../../../electron/storage/database.ts';
import { firstMigration } from '../../../electron/storage/migrations/001-first.ts';
import { fillDraft, makeSetting, type Setting, submitNew, untilState } from './desk-under-test.ts';
import {
  copyOf,
  damagedFolders,
  databaseIn,
  flip,
  missing,
  ruinPagesWith,
  ruinRoot,
  witnessed,
} from './folder-damage.ts';

const reference = (text: string) => ({ header: { REFERENCE_NUMBER: text } });

/** A closed folder with a draft, a backup of it, and an order and a draft that came after the backup. */
async function usedFolder(): Promise<Setting & { orderNumber: string }> {
  const setting = await makeSetting();
  const { open, practice, folder } = setting;
  const desk = await open();
  await fillDraft(desk, practice, reference('BEFORE'));
  await desk.data.backUp();
  const { id } = await submitNew(desk, practice, { lines: 2, ...reference('SENT') });
  const { orderNumber } = await untilState(desk, id, 'sent');
  await fillDraft(desk, practice, { lines: 4, ...reference('AFTER') });
  await witnessed(folder, 'AFTER', '"lineCount":4');
  await desk.close();
  return { ...setting, orderNumber: orderNumber ?? '' };
}

async function references(desk: FolderDesk): Promise<string[]> {
  return (await desk.drafts.list()).map((draft) => draft.reference).sort();
}

const damages: readonly [string, (path: string) => void][] = [
  ['is no database at all', (path) => writeFileSync(path, 'This is a letter to my aunt.\n'.repeat(900))],
  ['was cut short', (path) => truncateSync(path, 10_000)],
  ['has another first page', (path) => flip(path, 0, 100)],
  ['has turned bytes in the middle of its drafts', (path) => ruinRoot(path, 'drafts')],
  ['has turned bytes in the middle of an index', (path) => ruinRoot(path, 'sqlite_autoindex_drafts_1')],
  ['is empty', (path) => truncateSync(path, 0)],
  ['is gone', (path) => rmSync(path)],
];

describe('a database that', () => {
  it.each(damages)(
    '%s is replaced by the newest backup, and what is missing is told',
    async (_what, damage) => {
      const { open, folder, orderNumber } = await usedFolder();
      const path = databaseIn(folder);
      damage(path);
      const damaged = existsSync(path) ? readFileSync(path) : null;

      const desk = await open();
      expect(await references(desk)).toEqual(['BEFORE']);
      expect(await desk.outbox.list()).toEqual([]);
      expect(missing(desk)).toEqual(['draft AFTER lost', 'order SENT lost']);
      expect(desk.findings.restored?.losses).toContainEqual(
        expect.objectContaining({
          what: 'order',
          stood: 'sent',
          orderNumber,
          lineCount: 2,
          draftIsOpen: false,
        }),
      );
      expect(desk.findings.restored?.restoredFrom).toMatchObject({
        kind: 'backup',
        file: expect.stringContaining(join(folder, 'backups')),
      });
      expect(await desk.outbox.copy()).toMatchObject({ why: 'restored' });

      const kept = damagedFolders(folder);
      expect(kept).toHaveLength(damaged === null ? 0 : 1);
      const [name] = kept;
      if (damaged !== null && name !== undefined) {
        expect(readFileSync(join(folder, name, 'order-desk.db'))).toEqual(damaged);
        expect(desk.findings.restored?.damagedFolder).toBe(join(folder, name));
      }
    },
  );

  it('was never there is made, and nothing is told', async () => {
    const { open } = await makeSetting();
    const desk = await open();
    expect(desk.findings).toMatchObject({ restored: null, copied: null });
    expect(await desk.data.findings()).toBeNull();
  });
});

describe('what was found', () => {
  it('is told at each start until it was read, and can be read again', async () => {
    const { open, folder } = await usedFolder();
    truncateSync(databaseIn(folder), 10_000);
    const first = await open();
    const told = missing(first);
    await first.close();
    const second = await open();
    expect(missing(second)).toEqual(told);
    await second.data.acknowledge();
    await second.close();
    const third = await open();
    expect(third.findings.restored).toBeNull();
    expect((await third.data.findings())?.losses.map(({ reference: name }) => name).sort()).toEqual([
      'AFTER',
      'SENT',
    ]);
    expect(await third.outbox.copy()).toMatchObject({ why: 'restored' });
    await third.outbox.decideCopy({ decision: 'go-on' });
    await third.close();
    expect(await (await open()).outbox.copy()).toBeNull();
  });

  it('stays in the list when the next damage comes before anybody has read it', async () => {
    const { open, folder, practice } = await usedFolder();
    truncateSync(databaseIn(folder), 10_000);
    const first = await open();
    await first.data.backUp();
    await fillDraft(first, practice, reference('LATER'));
    await witnessed(folder, 'LATER');
    await first.close();
    truncateSync(databaseIn(folder), 10_000);
    expect(missing(await open())).toEqual(['draft AFTER lost', 'draft LATER lost', 'order SENT lost']);
    expect(damagedFolders(folder).length).toBeGreaterThan(0);
  });
});

describe('restoring', () => {
  it('passes over a backup that is damaged itself', async () => {
    const { open, folder, practice } = await usedFolder();
    const again = await open();
    await fillDraft(again, practice, reference('SECOND'));
    await again.close();
    const backups = join(folder, 'backups');
    const [good = ''] = readdirSync(backups);
    copyFileSync(databaseIn(folder), join(backups, 'order-desk-2999-01-01T00-00-00Z.db'));
    ruinRoot(join(backups, 'order-desk-2999-01-01T00-00-00Z.db'), 'journal');
    truncateSync(databaseIn(folder), 10_000);
    const desk = await open();
    expect(await references(desk)).toEqual(['BEFORE']);
    expect(desk.findings.restored?.restoredFrom).toMatchObject({ file: join(backups, good) });
  });

  it('begins anew when there is no good backup, and tells everything that is lost', async () => {
    const { open, folder } = await usedFolder();
    rmSync(join(folder, 'backups'), { recursive: true });
    writeFileSync(databaseIn(folder), 'nothing');
    const desk = await open();
    expect(await desk.drafts.list()).toEqual([]);
    expect(desk.findings.restored).toMatchObject({ restoredFrom: { kind: 'nothing' } });
    expect(missing(desk)).toEqual(['draft AFTER lost', 'draft BEFORE lost', 'order SENT lost']);
  });

  it('keeps an order that was on its way as it stood, and says how far it had come', async () => {
    const setting = await makeSetting();
    const { open, practice, folder } = setting;
    const desk = await open();
    practice.planFault({ endpoint: 'orders/create', fault: { kind: 'bad-request' } });
    const { id } = await submitNew(desk, practice, reference('HALF'));
    await untilState(desk, id, 'needs-attention');
    await desk.data.backUp();
    await desk.outbox.sendAgain({ id, confirmed: true });
    await untilState(desk, id, 'sent');
    await witnessed(folder, 'HALF', '"state":"sent"');
    await desk.close();
    truncateSync(databaseIn(folder), 10_000);
    const after = await open();
    expect(after.findings.restored?.losses).toEqual([
      expect.objectContaining({ what: 'order', fate: 'older', stood: 'sent' }),
    ]);
  });

  it('says that the draft of an order that is in PIMS stands there again', async () => {
    const { open, practice, folder } = await makeSetting();
    const desk = await open();
    const { id: draftId } = await fillDraft(desk, practice, reference('TWICE'));
    await desk.data.backUp();
    const { id } = await desk.drafts.submit({ id: draftId });
    await untilState(desk, id, 'sent');
    await witnessed(folder, 'TWICE', '"state":"sent"', '"order"');
    await desk.close();
    truncateSync(databaseIn(folder), 10_000);
    expect((await open()).findings.restored?.losses).toEqual([
      expect.objectContaining({ what: 'order', fate: 'lost', stood: 'sent', draftIsOpen: true }),
    ]);
  });
});

describe('a backup of an earlier version', () => {
  it('is brought up to date when it is restored', async () => {
    const { open, folder } = await makeSetting();
    const old = openDatabase(folder, () => new Date(), [firstMigration]);
    old
      .prepare(
        "INSERT INTO connections (id, name, base_url, team_id, api_id, kind, created_at) VALUES ('c', 'first', '', '', '', 'test', '')",
      )
      .run();
    old.close();
    const desk = await open();
    await desk.close();
    for (const { path, kind } of listBackups(folder)) if (kind === 'daily') rmSync(path);
    truncateSync(databaseIn(folder), 5_000);
    const after = await open();
    expect((await after.connections.list()).map(({ name }) => name)).toContain('first');
    expect(after.findings.restored?.restoredFrom).toMatchObject({
      file: expect.stringContaining('order-desk-before-'),
    });
  });
});

describe('drafts that are newer than the backup', () => {
  it('are saved from the damaged file when they read back whole', async () => {
    const { open, folder } = await usedFolder();
    ruinRoot(databaseIn(folder), 'journal');
    const desk = await open();
    expect(await references(desk)).toEqual(['AFTER', 'BEFORE']);
    expect(missing(desk)).toEqual(['draft AFTER saved', 'order SENT lost']);
    const saved = (await desk.drafts.list()).find((draft) => draft.reference === 'AFTER');
    if (saved === undefined) throw new Error('It is not listed.');
    const { lines } = await desk.drafts.open({ id: saved.id });
    expect(lines.map(({ fields }) => fields.QUANTITY)).toEqual(['1', '2', '3', '4']);
    await desk.drafts.edit({ id: saved.id, edits: [{ kind: 'set-header', field: 'BNAME', value: 'Acme' }] });
  });

  it('are not, when a page of their lines is damaged; others are', async () => {
    const { open, practice, folder } = await makeSetting();
    const desk = await open();
    await desk.data.backUp();
    const whole = await fillDraft(desk, practice, { lines: 40, ...reference('WHOLE') });
    const hurt = await fillDraft(desk, practice, { lines: 80, ...reference('HURT') });
    const middle = hurt.lines[50];
    if (middle === undefined) throw new Error('It has no such line.');
    const edit = { kind: 'set-line', lineId: middle.id, field: 'DESCRIPTION', value: 'a needle' } as const;
    await desk.drafts.edit({ id: hurt.id, edits: [edit] });
    await witnessed(folder, 'HURT', '"lineCount":80');
    await witnessed(folder, 'WHOLE', '"lineCount":40');
    await desk.close();
    ruinPagesWith(databaseIn(folder), 'a needle');
    const after = await open();
    expect(missing(after)).toEqual(['draft HURT lost', 'draft WHOLE saved']);
    expect((await after.drafts.open({ id: whole.id })).lines).toEqual(whole.lines);
  });

  it('are not, when they were submitted: they could be sent twice', async () => {
    const { open, practice, folder } = await makeSetting();
    const desk = await open();
    await desk.data.backUp();
    practice.planFault({ endpoint: 'orders/create', fault: { kind: 'bad-request' } });
    const { id } = await submitNew(desk, practice, reference('QUEUED'));
    await untilState(desk, id, 'needs-attention');
    await witnessed(folder, 'QUEUED', '"order"');
    await desk.close();
    ruinRoot(databaseIn(folder), 'journal');
    const after = await open();
    expect(await after.drafts.list()).toEqual([]);
    expect(after.findings.restored?.losses).toEqual([
      expect.objectContaining({ what: 'order', stood: 'queued', fate: 'lost' }),
    ]);
  });
});

describe('the newest changes, which lie in a file of their own until the database is closed', () => {
  it.each([
    ['nonsense', (path: string) => flip(path, 0, 32)],
    ['all zeros', (path: string) => writeFileSync(path, Buffer.alloc(readFileSync(path).length))],
  ])('are %s: what they held is told, and the file is kept', async (_what, damage) => {
    const { open, practice, folder, openFolder } = await makeSetting();
    const desk = await open();
    await desk.data.backUp();
    await fillDraft(desk, practice, reference('IN-LOG'));
    await witnessed(folder, 'IN-LOG');
    const copy = copyOf(folder);
    damage(`${databaseIn(copy)}-wal`);
    const after = await openFolder(copy);
    expect(after.findings.restored?.damage).toBe('last-changes');
    expect(missing(after)).toEqual(['draft IN-LOG lost']);
    const [name = ''] = damagedFolders(copy);
    expect(readdirSync(join(copy, name))).toContain('order-desk.db-wal');
    await fillDraft(after, practice, reference('GOES-ON'));
  });

  it('are taken in when they are whole', async () => {
    const { open, practice, folder, openFolder } = await makeSetting();
    const desk = await open();
    await fillDraft(desk, practice, reference('IN-LOG'));
    const after = await openFolder(copyOf(folder));
    expect(await references(after)).toEqual(['IN-LOG']);
    expect(after.findings.restored).toBeNull();
  });
});

describe('a sound database that is older than what was done', () => {
  it('is used, and what it lacks is told', async () => {
    const { open, folder, practice } = await makeSetting();
    const first = await open();
    await fillDraft(first, practice, reference('OLD'));
    await first.close();
    const older = copyOf(folder);
    const second = await open();
    await fillDraft(second, practice, reference('NEW'));
    await witnessed(folder, 'NEW');
    await second.close();
    copyFileSync(databaseIn(older), databaseIn(folder));
    const desk = await open();
    expect(desk.findings).toMatchObject({ restored: { damage: 'older' }, copied: { why: 'restored' } });
    expect(missing(desk)).toEqual(['draft NEW lost']);
    await desk.data.acknowledge();
    await desk.close();
    expect((await open()).findings.restored).toBeNull();
  });
});

describe('what only looks like damage', () => {
  it('sets nothing aside: a folder in the database’s place ends the start', async () => {
    const { open, folder } = await usedFolder();
    rmSync(databaseIn(folder));
    mkdirSync(databaseIn(folder));
    await expect(open()).rejects.toThrow();
    expect(damagedFolders(folder)).toEqual([]);
  });
});
