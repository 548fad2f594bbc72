import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createConnectionRepository } from '../../../electron/storage/connections.ts';
import { createLockCodeRepository } from '../../../electron/storage/lock-codes.ts';
import { createPreferencesRepository } from '../../../electron/storage/preferences.ts';
import { createSeenFieldRepository } from '../../../electron/storage/seen-fields.ts';
import { createSettingsRepository } from '../../../electron/storage/settings.ts';
import { createUsageRepository } from '../../../electron/storage/usage.ts';
import { usualSending } from '../../../shared/connections/connection.ts';
import { connectionIdSchema, orderNumberSchema } from '../../../shared/ids.ts';
import { preferencesSchema } from '../../../shared/preferences/preferences.ts';
import { addConnection, openTestDatabase, someTime } from './open-test-database.ts';

describe('connections', () => {
  const settings = {
    id: connectionIdSchema.parse('connection-first'),
    name: 'Renamed',
    baseUrl: 'https://pims.example',
    teamId: 'team',
    apiId: 'api',
    kind: 'live',
    referenceField: 'PO_NUMBER',
    linesInFlight: 4,
    settleSeconds: 120,
  } as const;

  it('have their settings on disk, and stay paused whatever is changed of them', () => {
    const { db, connectionId } = openTestDatabase();
    const connections = createConnectionRepository(db);
    connections.setPaused(connectionId, someTime);
    connections.update(settings);
    expect(connections.find(connectionId)).toEqual({ ...settings, pausedAt: someTime });
    connections.setPaused(connectionId, null);
    expect(connections.list()).toEqual([{ ...settings, pausedAt: null }]);
  });

  it('are paused each for itself', () => {
    const { db, connectionId } = openTestDatabase();
    const other = addConnection(db, 'other');
    const connections = createConnectionRepository(db);
    connections.setPaused(other, someTime);
    expect(connections.find(connectionId)).toMatchObject({ ...usualSending, pausedAt: null });
    expect(connections.find(other)?.pausedAt).toBe(someTime);
  });
});

describe('the lock ledger', () => {
  const order = orderNumberSchema.parse('54321');
  const line = (number: string, code: string) => ({ LINE_NUMBER: number, LINE_REF_LOCK_CODE: code });

  it('knows the newest code of each line, for each connection and order apart', () => {
    const { db, connectionId } = openTestDatabase();
    const other = addConnection(db, 'other');
    const ledger = createLockCodeRepository(db);
    ledger.learn(connectionId, order, [line('1', 'A'), line('2', 'B')], someTime);
    ledger.learn(
      connectionId,
      order,
      [line('2', 'C'), { LINE_NUMBER: '3' }, line('', 'D'), line('4', '')],
      someTime,
    );
    ledger.learn(connectionId, order, [], someTime);
    ledger.learn(other, order, [line('1', 'Z')], someTime);
    expect([...ledger.ofOrder(connectionId, order)]).toEqual([
      ['1', 'A'],
      ['2', 'C'],
    ]);
    expect([...ledger.ofOrder(other, order)]).toEqual([['1', 'Z']]);
    expect(ledger.ofOrder(connectionId, orderNumberSchema.parse('5432')).size).toBe(0);
  });

  it('keeps codes as text, leading zeros included', () => {
    const { db, connectionId } = openTestDatabase();
    const ledger = createLockCodeRepository(db);
    ledger.learn(connectionId, order, [line('01', '007')], someTime);
    expect([...ledger.ofOrder(connectionId, order)]).toEqual([['01', '007']]);
  });

  it('forgets what it learnt of a PIMS that the connection no longer leads to', () => {
    const { db, connectionId } = openTestDatabase();
    const ledger = createLockCodeRepository(db);
    ledger.learn(connectionId, order, [line('1', 'A')], someTime);
    const connections = createConnectionRepository(db);
    const connection = connections.find(connectionId);
    if (connection === undefined) throw new Error('The connection is not there.');
    connections.leadElsewhere(connection, connectionIdSchema.parse('former'), someTime);
    expect(connections.find(connectionId)).toEqual(connection);
    expect(connections.list()).toEqual([connection]);
    expect(ledger.ofOrder(connectionId, order).size).toBe(0);
  });
});

describe('field names', () => {
  it('are kept once, in alphabetical order, for each table', () => {
    const { db, connectionId } = openTestDatabase();
    const seen = createSeenFieldRepository(db);
    seen.add(connectionId, 'ORDERS', ['B', 'A']);
    seen.add(connectionId, 'ORDERS', ['C', 'A', 'B']);
    seen.add(connectionId, 'ORDERS', []);
    expect(seen.list(connectionId, 'ORDERS')).toEqual(['A', 'B', 'C']);
    expect(seen.list(connectionId, 'ORDER_LINEITEMS')).toEqual([]);
  });
});

describe('the usage meter', () => {
  it('sums the calendar month, for each connection apart', () => {
    const { db, connectionId } = openTestDatabase();
    const usage = createUsageRepository(db);
    const count = (day: string, requests = 1) => ({
      connectionId,
      day,
      endpoint: 'orders/query',
      purpose: 'orders' as const,
      requests,
    });
    usage.add([count('2026-04-30'), count('2026-05-01'), count('2026-05-31'), count('2026-06-01')]);
    usage.add([count('2026-05-01')]);
    usage.add([{ ...count('2026-05-01'), endpoint: 'orders/single' }]);
    usage.add([{ ...count('2026-05-31'), purpose: 'day-check' }]);
    usage.add([{ ...count('2026-05-01', 5), connectionId: addConnection(db, 'other') }]);
    expect(usage.ofMonth(connectionId, '2026-05')).toBe(5);
    expect(usage.ofMonth(connectionId, '2026-07')).toBe(0);
    expect(usage.countsOfMonth(connectionId, '2026-05')).toEqual([
      { day: '2026-05-01', endpoint: 'orders/query', purpose: 'orders', requests: 2 },
      { day: '2026-05-01', endpoint: 'orders/single', purpose: 'orders', requests: 1 },
      { day: '2026-05-31', endpoint: 'orders/query', purpose: 'day-check', requests: 1 },
      { day: '2026-05-31', endpoint: 'orders/query', purpose: 'orders', requests: 1 },
    ]);
  });

  it('knows its months, and the first day that has requests', () => {
    const { db, connectionId } = openTestDatabase();
    const usage = createUsageRepository(db);
    expect(usage.firstDay(connectionId)).toBeNull();
    expect(usage.months(connectionId)).toEqual([]);
    const asked = { endpoint: 'orders/query', purpose: 'orders', requests: 1 } as const;
    for (const day of ['2026-05-09', '2026-03-31', '2026-05-01']) {
      usage.add([{ connectionId, day, ...asked }]);
    }
    usage.add([{ connectionId: addConnection(db, 'other'), day: '2025-01-01', ...asked }]);
    expect(usage.firstDay(connectionId)).toBe('2026-03-31');
    expect(usage.months(connectionId)).toEqual(['2026-05', '2026-03']);
  });
});

describe('preferences', () => {
  it('fall back one by one when the stored text is broken or from another version', () => {
    const { db } = openTestDatabase();
    const preferences = createPreferencesRepository(db);
    preferences.change({ appearance: 'dark', maxReturn: 250 });
    const write = db.prepare('INSERT OR REPLACE INTO preferences VALUES (?, ?)');
    write.run('maxReturn', '"many"');
    write.run('lastScreen', '{broken');
    write.run('fromTheFuture', '1');
    expect(preferences.read()).toEqual({ ...preferencesSchema.parse({}), appearance: 'dark' });
  });
});

describe('settings', () => {
  it('give nothing for what is missing or no longer understood', () => {
    const { db } = openTestDatabase();
    const settings = createSettingsRepository(db);
    expect(settings.read('ca-file', z.string())).toBeUndefined();
    settings.write('ca-file', { path: 'x' });
    expect(settings.read('ca-file', z.string())).toBeUndefined();
    settings.write('ca-file', 'x');
    expect(settings.read('ca-file', z.string())).toBe('x');
    settings.remove('ca-file');
    expect(settings.read('ca-file', z.string())).toBeUndefined();
  });
});

describe('the journal', () => {
  it('can’t be rewritten', () => {
    const { db, connectionId } = openTestDatabase();
    db.prepare(
      `INSERT INTO submissions (id, draft_id, connection_id, state, reference, customer_code, steps_done, steps_total, queued_at)
       VALUES ('s', 'd', ?, 'queued', 'R', 'C', 0, 1, ?)`,
    ).run(connectionId, someTime);
    db.prepare("INSERT INTO journal (submission_id, at, kind, note) VALUES ('s', ?, 'queued', '')").run(
      someTime,
    );
    expect(() => db.prepare("UPDATE journal SET note = 'other'").run()).toThrow('only ever added to');
  });
});
