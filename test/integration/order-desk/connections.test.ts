import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Network } from '../../../electron/network/network.ts';
import { usualSending } from '../../../shared/connections/connection.ts';
import { DeskError } from '../../../shared/errors.ts';
import { connectionIdSchema } from '../../../shared/ids.ts';
import { authority } from '../network/certificates.ts';
import { makeSetting, submitNew, until, untilState } from './desk-under-test.ts';
import { addOwn, ownInput } from './own-connection.ts';

describe('the first start', () => {
  it('finds the practice connection, chosen, and starts its server only when it is needed', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    expect(await desk.connections.list()).toEqual([
      expect.objectContaining({ name: 'Practice server', kind: 'practice', chosen: true, baseUrl: '' }),
    ]);
    expect(practice.requests()).toEqual([]);
    expect(await desk.status.read()).toMatchObject({ reach: 'unknown', usage: { requests: 0 } });
    const { orders } = await desk.orders.query({ filters: [], maxReturn: 5 });
    expect(orders).toHaveLength(5);
    expect(await desk.status.read()).toMatchObject({ reach: 'reachable', usage: { requests: 1 } });
  });

  it('makes the practice connection once', async () => {
    const { open } = await makeSetting();
    const first = await open();
    const before = await first.connections.list();
    await first.close();
    expect(await (await open()).connections.list()).toEqual(before);
  });
});

describe('saving a connection', () => {
  it('keeps it with its address in one form and its secret in the keychain, also for the next start', async () => {
    const setting = await makeSetting();
    const desk = await setting.open();
    const own = await addOwn(desk, setting, { baseUrl: `${setting.practice.baseUrl}/tenant/api/pims/v1/` });
    expect(own).toMatchObject({ baseUrl: setting.practice.baseUrl, secret: 'keychain', chosen: true });
    expect([...setting.keychain.entries.values()]).toEqual([setting.practice.credentials.apiSecret]);
    await desk.close();
    const again = await setting.open();
    expect((await again.connections.list()).at(-1)).toEqual(own);
    expect((await again.orders.query({ filters: [], maxReturn: 1 })).orders).toHaveLength(1);
  });

  it.each([
    [{ baseUrl: 'http://pims.example' }, 'baseUrl'],
    [{ baseUrl: 'ftp://x' }, 'baseUrl'],
    [{ secret: '   ' }, 'secret'],
    [{ name: 'Practice server' }, 'name'],
    [{ referenceField: 'order number' }, 'referenceField'],
  ])('names the field that is wrong: %j', async (change, field) => {
    const setting = await makeSetting();
    const desk = await setting.open();
    const save = desk.connections.save({ connection: ownInput(setting, change), keepSecretIn: 'keychain' });
    await expect(save).rejects.toMatchObject({ code: 'invalid-input', details: { field } });
    expect(await desk.connections.list()).toHaveLength(1);
    expect(setting.keychain.entries.size).toBe(0);
  });

  it('asks for the secret of a new connection, and leaves the kept one of an old alone', async () => {
    const setting = await makeSetting();
    const desk = await setting.open();
    const { secret: _none, ...without } = ownInput(setting);
    const save = desk.connections.save({ connection: without, keepSecretIn: 'keychain' });
    await expect(save).rejects.toMatchObject({ code: 'invalid-input', details: { field: 'secret' } });
    const own = await addOwn(desk, setting, { apiId: 'mistyped' });
    const changed = await desk.connections.save({
      connection: { ...without, id: own.id, kind: 'live', name: 'Live' },
      keepSecretIn: 'keychain',
    });
    expect(changed).toMatchObject({
      id: own.id,
      kind: 'live',
      name: 'Live',
      secret: 'keychain',
      chosen: true,
    });
    expect((await desk.orders.query({ filters: [], maxReturn: 1 })).orders).toHaveLength(1);
  });

  it('saves nothing when the keychain fails, and tells why, so that memory can be offered', async () => {
    const setting = await makeSetting();
    const desk = await setting.open();
    setting.keychain.failWith = new DeskError('keychain-unavailable', 'There is no keychain.', {
      package: 'x',
    });
    const save = desk.connections.save({ connection: ownInput(setting), keepSecretIn: 'keychain' });
    await expect(save).rejects.toMatchObject({ code: 'keychain-unavailable', details: { package: 'x' } });
    expect(await desk.connections.list()).toHaveLength(1);
    const own = await addOwn(desk, setting, {}, 'memory');
    expect(own.secret).toBe('memory');
    expect((await desk.orders.query({ filters: [], maxReturn: 1 })).orders).toHaveLength(1);
    await desk.close();
    setting.keychain.failWith = null;
    const again = await setting.open();
    expect((await again.connections.list()).at(-1)).toMatchObject({ id: own.id, secret: 'missing' });
    const query = again.orders.query({ filters: [], maxReturn: 1 });
    await expect(query).rejects.toMatchObject({ code: 'secret-missing' });
  });

  it('adds one connection for a double click', async () => {
    const setting = await makeSetting();
    const desk = await setting.open();
    const input = { connection: ownInput(setting), keepSecretIn: 'keychain' as const };
    await Promise.allSettled([desk.connections.save(input), desk.connections.save(input)]);
    expect(await desk.connections.list()).toHaveLength(2);
    expect(setting.keychain.entries.size).toBe(1);
  });

  it('refuses to point waiting orders at another PIMS', async () => {
    const setting = await makeSetting();
    const desk = await setting.open();
    const own = await addOwn(desk, setting);
    await setting.practice.stop();
    const { id } = await submitNew(desk, setting.practice);
    await untilState(desk, id, 'waiting');
    const move = (change: Partial<Parameters<typeof ownInput>[1]>) =>
      desk.connections.save({
        connection: ownInput(setting, { id: own.id, ...change }),
        keepSecretIn: 'keychain',
      });
    await expect(move({ teamId: 'other' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(move({ baseUrl: 'https://other.example' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(move({ name: 'Renamed' })).resolves.toMatchObject({ name: 'Renamed' });
  });
});

describe('how a connection sends', () => {
  it('is as usual until a person says otherwise, and is kept for the next start', async () => {
    const setting = await makeSetting();
    const desk = await setting.open();
    const [practice] = await desk.connections.list();
    expect(practice).toMatchObject({ ...usualSending, pausedAt: null });
    const own = await addOwn(desk, setting, {
      referenceField: 'po number',
      linesInFlight: 6,
      settleSeconds: 90,
    });
    expect(own).toMatchObject({ referenceField: 'PO_NUMBER', linesInFlight: 6, settleSeconds: 90 });
    await desk.close();
    expect((await (await setting.open()).connections.list()).at(-1)).toEqual(own);
  });

  it('can be changed while orders wait, which keep what they were queued with', async () => {
    const setting = await makeSetting();
    const desk = await setting.open();
    const own = await addOwn(desk, setting);
    await setting.practice.stop();
    const { id } = await submitNew(desk, setting.practice);
    await untilState(desk, id, 'waiting');
    const change = { id: own.id, referenceField: 'PO_NUMBER', settleSeconds: 5 };
    await expect(
      desk.connections.save({ connection: ownInput(setting, change), keepSecretIn: 'keychain' }),
    ).resolves.toMatchObject(change);
  });

  it('holds for the order under way too, when it is to send fewer lines at once', async () => {
    const setting = await makeSetting({ behaviour: { latency: 10 } });
    const { practice } = setting;
    /** How many were under way when each line began. */
    const begunAmong: number[] = [];
    let underWay = 0;
    const network: Network = {
      ...setting.network,
      async fetch(input, init) {
        if (!String(input).includes('line_item')) return setting.network.fetch(input, init);
        underWay += 1;
        begunAmong.push(underWay);
        try {
          return await setting.network.fetch(input, init);
        } finally {
          underWay -= 1;
        }
      },
    };
    const desk = await setting.open({ network });
    const own = await addOwn(desk, setting, { linesInFlight: 4 });
    const { id } = await submitNew(desk, practice, { lines: 40 });
    await until('several lines are under way', () => begunAmong.length >= 8);
    expect(Math.max(...begunAmong)).toBe(4);
    await desk.connections.save({
      connection: ownInput(setting, { id: own.id, linesInFlight: 1 }),
      keepSecretIn: 'keychain',
    });
    const before = begunAmong.length;
    await untilState(desk, id, 'sent');
    expect(begunAmong).toHaveLength(40);
    expect(new Set(begunAmong.slice(before + 4))).toEqual(new Set([1]));
  });

  it('can’t be changed for the practice server', async () => {
    const setting = await makeSetting();
    const desk = await setting.open();
    const [practice] = await desk.connections.list();
    const connection = ownInput(setting, { id: practice?.id, settleSeconds: 5 });
    await expect(desk.connections.save({ connection, keepSecretIn: 'keychain' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('removing a connection', () => {
  it('takes its secret along, and goes back to the practice server', async () => {
    const setting = await makeSetting();
    const desk = await setting.open();
    const own = await addOwn(desk, setting);
    await desk.drafts.create();
    await desk.connections.remove({ id: own.id });
    expect(await desk.connections.list()).toEqual([
      expect.objectContaining({ kind: 'practice', chosen: true }),
    ]);
    expect(setting.keychain.entries.size).toBe(0);
    await expect(desk.connections.choose({ id: own.id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is refused for the practice server, and while something of it is not sent', async () => {
    const setting = await makeSetting();
    const { practice } = setting;
    const desk = await setting.open();
    const [practiceConnection] = await desk.connections.list();
    const removal = desk.connections.remove({
      id: practiceConnection?.id ?? connectionIdSchema.parse('none'),
    });
    await expect(removal).rejects.toMatchObject({ code: 'conflict' });

    const own = await addOwn(desk, setting);
    await practice.stop();
    const { id, draftId } = await submitNew(desk, practice);
    await untilState(desk, id, 'waiting');
    const draft = await desk.drafts.create();
    await desk.drafts.edit({ id: draft.id, edits: [{ kind: 'set-header', field: 'BNAME', value: 'x' }] });
    await expect(desk.connections.remove({ id: own.id })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('1 order in the outbox and 1 open draft'),
      details: { unsentSubmissions: 1, openDrafts: 1 },
    });
    await desk.outbox.withdraw({ id, confirmed: false });
    await desk.drafts.remove({ id: draftId });
    await desk.drafts.remove({ id: draft.id });
    await desk.connections.remove({ id: own.id });
    // The history still names it.
    expect(await desk.outbox.list()).toMatchObject([{ state: 'withdrawn', connectionName: 'Own' }]);
  });
});

describe('testing a connection', () => {
  it('tries what is typed, saved or not, with the kept secret when none is typed', async () => {
    const setting = await makeSetting();
    const desk = await setting.open();
    expect(await desk.connections.test(ownInput(setting))).toMatchObject({ ok: true });
    expect(await desk.connections.test(ownInput(setting, { secret: 'wrong secret' }))).toMatchObject({
      ok: false,
    });
    const { secret: _none, ...typed } = ownInput(setting);
    await expect(desk.connections.test(typed)).rejects.toMatchObject({ details: { field: 'secret' } });
    const { id } = await addOwn(desk, setting);
    const requests = (await desk.status.read()).usage.requests;
    expect(await desk.connections.test({ ...typed, id })).toMatchObject({ ok: true });
    expect((await desk.status.read()).usage.requests).toBe(requests + 1);
    expect(setting.keychain.entries.size).toBe(1);
  });
});

describe('an API secret', () => {
  it('is in no file of the data folder and in no line of the log', async () => {
    const setting = await makeSetting({
      credentials: { teamId: 'team', apiId: 'the-api-id', apiSecret: 'pässword/with+sp3cial=chars"' },
    });
    const { practice, folder, logLines, log } = setting;
    const desk = await setting.open();
    await addOwn(desk, setting);
    const { id } = await submitNew(desk, practice);
    await untilState(desk, id, 'sent');
    await desk.connections.test(ownInput(setting, { secret: 'another-s3cret' }));
    practice.planFault({ fault: { kind: 'server-error' }, times: 2 });
    await expect(desk.orders.query({ filters: [], maxReturn: 1 })).rejects.toThrow();
    const { apiId, apiSecret } = practice.credentials;
    const pair = Buffer.from(`${apiId}:${apiSecret}`).toString('base64');
    log.error(`Sent ${pair} with ${encodeURIComponent(apiSecret)}`, { apiSecret, nested: { apiSecret } });

    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    expect(files.map(({ name }) => name)).toContain('order-desk.db-wal');
    const written = [
      ...files.map(({ parentPath, name }) => readFileSync(join(parentPath, name)).toString('latin1')),
      Buffer.from(JSON.stringify(logLines)).toString('latin1'),
    ].join('\n');
    for (const secret of [
      apiSecret,
      pair,
      encodeURIComponent(apiSecret),
      JSON.stringify(apiSecret).slice(1, -1),
    ]) {
      expect(written).not.toContain(Buffer.from(secret).toString('latin1'));
    }
    expect(written).not.toContain('another-s3cret');
    expect(written).toContain('[hidden]');
    // The search itself finds what is there.
    expect(written).toContain(practice.credentials.teamId);
  });
});

describe('an extra CA file', () => {
  const certificate = (setting: { folder: string }) => join(setting.folder, 'ca.pem');

  it('is refused when it holds no certificate, and named when it can’t be read', async () => {
    const setting = await makeSetting();
    const desk = await setting.open();
    writeFileSync(certificate(setting), 'not a certificate');
    await expect(desk.network.setCaFile(certificate(setting))).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(desk.network.setCaFile('/no/such/file.pem')).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('/no/such/file.pem'),
    });
    expect(await desk.network.read()).toEqual({ caFile: null, caSubjects: [] });
  });

  it('is refused when its certificate is out of date, and says since when', async () => {
    const desk = await (await makeSetting()).open();
    const expired = join(import.meta.dirname, '../../fixtures/certificates/expired.crt');
    await expect(desk.network.setCaFile(expired)).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringMatching(/expired on \d{4}-/),
    });
  });

  it('is trusted, shown with its subject, taken up at the next start, and dropped again', async () => {
    const setting = await makeSetting();
    const given: (string | null)[] = [];
    const network: Network = { ...setting.network, setExtraCa: (pem) => given.push(pem) };
    const desk = await setting.open({ network });
    writeFileSync(certificate(setting), `Bag attributes\n${authority}`);
    const trusted = { caFile: certificate(setting), caSubjects: [expect.stringContaining('CN=')] };
    expect(await desk.network.setCaFile(certificate(setting))).toEqual(trusted);
    await desk.close();
    const again = await setting.open({ network });
    expect(await again.network.read()).toEqual(trusted);
    expect(given).toEqual([expect.stringContaining('BEGIN CERTIFICATE'), given[0]]);
    expect(await again.network.setCaFile(null)).toEqual({ caFile: null, caSubjects: [] });
    expect(given.at(-1)).toBeNull();
  });

  it('that is gone at the next start stays named, and keeps nobody from starting', async () => {
    const setting = await makeSetting();
    const desk = await setting.open();
    writeFileSync(certificate(setting), authority);
    await desk.network.setCaFile(certificate(setting));
    await desk.close();
    rmSync(certificate(setting));
    const again = await setting.open();
    expect(await again.network.read()).toEqual({ caFile: certificate(setting), caSubjects: [] });
    expect(setting.logLines.some(({ level }) => level === 'warn')).toBe(true);
  });
});
