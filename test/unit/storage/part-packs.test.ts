import { describe, expect, it } from 'vitest';
import { createConnectionRepository } from '../../../electron/storage/connections.ts';
import { createPackRepository } from '../../../electron/storage/part-packs.ts';
import { connectionIdSchema } from '../../../shared/ids.ts';
import { enteredPackSchema } from '../../../shared/parts/pack.ts';
import { addConnection, openTestDatabase, someTime } from './open-test-database.ts';

const pack = (barcode: string, partCode: string, quantity = '6') => ({ barcode, partCode, quantity });

describe('the table of barcodes', () => {
  it('lists by part, and has one meaning for each barcode', () => {
    const { db, connectionId } = openTestDatabase();
    const packs = createPackRepository(db);
    packs.put(connectionId, [pack('2', 'b'), pack('1', 'A'), pack('3', 'B')]);
    packs.put(connectionId, [pack('2', 'A', '12')]);
    packs.put(connectionId, []);
    expect(packs.list(connectionId)).toEqual([pack('1', 'A'), pack('2', 'A', '12'), pack('3', 'B')]);
    expect(packs.byBarcodes(connectionId, ['3', 'none', '1'])).toEqual([pack('3', 'B'), pack('1', 'A')]);
    packs.remove(connectionId, '1');
    packs.remove(connectionId, 'none');
    expect(packs.list(connectionId)).toHaveLength(2);
  });

  it('is each connection’s own, stays when that leads elsewhere, and goes with it', () => {
    const { db, connectionId } = openTestDatabase();
    const other = addConnection(db, 'other');
    const packs = createPackRepository(db);
    const connections = createConnectionRepository(db);
    packs.put(connectionId, [pack('1', 'A')]);
    packs.put(other, [pack('1', 'B', '12')]);
    expect(packs.byBarcodes(other, ['1'])).toEqual([pack('1', 'B', '12')]);
    const connection = connections.find(connectionId);
    if (connection === undefined) throw new Error('The connection is not there.');
    connections.leadElsewhere(connection, connectionIdSchema.parse('former'), someTime);
    expect(packs.list(connectionId)).toEqual([pack('1', 'A')]);
    connections.remove(connectionId, someTime);
    expect(packs.list(connectionId)).toEqual([]);
    expect(packs.list(other)).toHaveLength(1);
  });
});

describe('an entered pack', () => {
  it('has its blanks taken off and its quantity read', () => {
    expect(enteredPackSchema.parse(pack(' 1 ', ' A ', ' 06.0 '))).toEqual(pack('1', 'A', '6'));
  });

  it.each([
    pack('', 'A'),
    pack('1', ' '),
    pack('1', 'A', '0'),
    pack('1', 'A', 'six'),
    pack('1'.repeat(201), 'A'),
  ])('%j is refused', (entered) => {
    expect(enteredPackSchema.safeParse(entered).success).toBe(false);
  });
});
