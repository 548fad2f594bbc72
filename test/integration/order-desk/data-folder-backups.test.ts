import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFile } from '../../../electron/storage/data-folder/soundness.ts';
import { fillDraft, makeSetting, submitNew, until, untilState } from './desk-under-test.ts';
import { clockOfDays } from './fakes.ts';
import { witnessed } from './folder-damage.ts';

const DAY_MS = 24 * 3_600_000;

describe('the daily backup', () => {
  it('is made soon after a start and each day after, is the person’s own, and seven are kept', async () => {
    const { open, folder } = await makeSetting();
    let laterMs = 0;
    const clock = { ...clockOfDays, now: () => new Date(Date.UTC(2026, 5, 1, 8) + laterMs) };
    await open({ clock });
    const backups = join(folder, 'backups');
    const dailies = () => {
      const names = statSync(backups, { throwIfNoEntry: false }) === undefined ? [] : readdirSync(backups);
      return names.filter((name) => name.endsWith('Z.db')).sort();
    };
    for (let day = 1; day <= 9; day += 1) {
      const newest = `order-desk-2026-06-${String(day).padStart(2, '0')}T08-00-00Z.db`;
      await until(`there is one of day ${day}`, () => dailies().includes(newest));
      laterMs = day * DAY_MS;
    }
    await until('there is one of day 10', () => dailies().includes('order-desk-2026-06-10T08-00-00Z.db'));
    await until('the oldest are gone', () => dailies().length === 7);
    expect(dailies()[0]).toBe('order-desk-2026-06-04T08-00-00Z.db');
    for (const name of dailies()) {
      expect(statSync(join(backups, name)).mode & 0o777).toBe(0o600);
      expect(checkFile(join(backups, name))).toBe('sound');
    }
    expect(readdirSync(backups).filter((name) => !name.endsWith('.db'))).toEqual([]);
  });

  it('that fails disturbs no work, is said, and is tried again', async () => {
    const { open, folder, practice, logLines } = await makeSetting();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'backups'), 'in the way');
    const desk = await open({ clock: clockOfDays });
    await until('it has failed', () =>
      logLines.some(({ message }) => message.startsWith('The backup failed')),
    );
    const { id } = await submitNew(desk, practice);
    await untilState(desk, id, 'sent');
    await expect(desk.data.backUp()).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('backup'),
    });
    expect((await desk.data.safety()).problem).not.toBeNull();
    rmSync(join(folder, 'backups'));
    await until('it is made', async () => (await desk.data.safety()).lastBackupAt);
    expect((await desk.data.safety()).problem).toBeNull();
  });

  it('has what was committed, also while others are written', async () => {
    const { open, practice, folder } = await makeSetting();
    const desk = await open();
    const { id } = await fillDraft(desk, practice, { lines: 200 });
    let isDone = false;
    const backedUp = desk.data.backUp().finally(() => {
      isDone = true;
    });
    for (let count = 0; !isDone; count += 1) {
      const edit = { kind: 'set-header', field: 'BNAME', value: `${count}` } as const;
      await desk.drafts.edit({ id, edits: [edit] });
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { lastBackupAt, backupFolder } = await backedUp;
    expect(lastBackupAt).not.toBeNull();
    const finished = readdirSync(backupFolder).filter((name) => name.endsWith('Z.db'));
    expect(finished).not.toEqual([]);
    for (const name of finished) expect(checkFile(join(backupFolder, name))).toBe('sound');
    expect(backupFolder).toBe(join(folder, 'backups'));
  });
});

describe('a folder that was copied to another machine', () => {
  const machine = (id: string | null) => ({ machine: { read: async () => id } });

  it('is noticed, and stays noticed until a person has decided', async () => {
    const { open } = await makeSetting();
    await (await open(machine('first'))).close();
    const same = await open(machine('first'));
    expect(same.findings).toMatchObject({ copied: null });
    expect(await same.outbox.copy()).toBeNull();
    await same.close();
    const second = await open(machine('second'));
    expect(second.findings).toMatchObject({ copied: { why: 'other-machine' } });
    await second.close();
    const again = await open(machine('second'));
    expect(again.findings).toMatchObject({ copied: null });
    expect(await again.outbox.copy()).toMatchObject({ why: 'other-machine' });
    await again.outbox.decideCopy({ decision: 'go-on' });
    await again.close();
    expect(await (await open(machine('second'))).outbox.copy()).toBeNull();
  });

  it('stays noticed when it is back on the first machine: both may have sent', async () => {
    const { open } = await makeSetting();
    for (const id of ['first', 'second']) await (await open(machine(id))).close();
    expect(await (await open(machine('first'))).outbox.copy()).toMatchObject({ why: 'other-machine' });
  });

  it('is not suspected when the machine can’t be told', async () => {
    const { open } = await makeSetting();
    for (const id of [null, 'first', null]) await (await open(machine(id))).close();
    expect((await open(machine('first'))).findings).toMatchObject({ copied: null });
  });

  it('keeps no id of a machine', async () => {
    const { open, folder } = await makeSetting();
    await (await open(machine('an-id-of-a-machine'))).close();
    expect(readFileSync(join(folder, 'order-desk.db')).includes('an-id-of-a-machine')).toBe(false);
  });
});

describe('the witness', () => {
  it('names what a person knows, holds no other field, and is the person’s own', async () => {
    const { open, folder, practice } = await makeSetting();
    const desk = await open();
    const header = { REFERENCE_NUMBER: 'R-1', BNAME: 'Acme', MEMO: 'a gift' };
    const { id } = await submitNew(desk, practice, { header });
    const { orderNumber } = await untilState(desk, id, 'sent');
    await witnessed(folder, '"order"', '"state":"sent"', `"orderNumber":"${orderNumber}"`, 'R-1');
    const path = join(folder, 'witness.jsonl');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).not.toMatch(/Acme|gift|PART|QUANTITY|secret/i);
  });

  it('that can’t be written disturbs no work', async () => {
    const { open, folder, practice, logLines } = await makeSetting();
    const desk = await open();
    rmSync(join(folder, 'witness.jsonl'), { force: true });
    mkdirSync(join(folder, 'witness.jsonl'));
    const { id } = await submitNew(desk, practice);
    await untilState(desk, id, 'sent');
    await until('it is said', () => logLines.some(({ message }) => message.startsWith('The witness')));
    rmSync(join(folder, 'witness.jsonl'), { recursive: true });
  });

  it('that can’t be read keeps nobody from opening, and is left as it is', async () => {
    const { open, folder, practice, logLines } = await makeSetting();
    const path = join(folder, 'witness.jsonl');
    const first = await open();
    await fillDraft(first, practice, { header: { REFERENCE_NUMBER: 'R-1' } });
    await witnessed(folder, 'R-1');
    await first.close();
    renameSync(path, `${path}.kept`);
    mkdirSync(path);
    const desk = await open();
    expect(desk.findings).toMatchObject({ restored: null, copied: null });
    const told = logLines.filter(({ message }) => message.startsWith('The witness could not be read'));
    expect(told).toMatchObject([{ level: 'warn', details: { cause: expect.stringContaining('EISDIR') } }]);
    const { id } = await submitNew(desk, practice);
    await untilState(desk, id, 'sent');
    await desk.close();
    expect(logLines.filter(({ message }) => message.startsWith('The witness'))).toEqual(told);

    // Whoever gets it back goes on with it: what came since is no loss.
    rmdirSync(path);
    renameSync(`${path}.kept`, path);
    const again = await open();
    expect(again.findings).toMatchObject({ restored: null, copied: null });
    expect((await again.drafts.list()).map(({ reference }) => reference)).toContain('R-1');
  });

  it('that is nonsense keeps nobody from opening, and is gone on with', async () => {
    const { open, folder, practice } = await makeSetting();
    await (await open()).close();
    writeFileSync(join(folder, 'witness.jsonl'), '{"n":1,"draft":\u0000\u0000 half a li');
    const desk = await open();
    await fillDraft(desk, practice, { header: { REFERENCE_NUMBER: 'R-2' } });
    await witnessed(folder, 'R-2');
    await desk.close();
    expect((await open()).findings.restored).toBeNull();
  });
});
