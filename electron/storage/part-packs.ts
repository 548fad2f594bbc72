import { z } from 'zod';
import type { ConnectionId } from '../../shared/ids.ts';
import { type Pack, packSchema } from '../../shared/parts/pack.ts';
import type { Database } from './database.ts';

/** A person's own table of what barcodes stand for, for each connection. */
export interface PackRepository {
  /** By part, and by barcode within one. */
  list(connectionId: ConnectionId): Pack[];
  /** Those of the barcodes that are there, in the order of the barcodes. */
  byBarcodes(connectionId: ConnectionId, barcodes: readonly string[]): Pack[];
  /** All or none; one of the same barcode is replaced. */
  put(connectionId: ConnectionId, packs: readonly Pack[]): void;
  remove(connectionId: ConnectionId, barcode: string): void;
}

const columns = 'p.barcode, p.part_code AS partCode, p.quantity';
const rows = z.array(packSchema);

export function createPackRepository(db: Database): PackRepository {
  const selectAll = db.prepare(
    `SELECT ${columns} FROM part_packs p WHERE p.connection_id = ?
     ORDER BY p.part_code COLLATE NOCASE, p.part_code, p.barcode`,
  );
  const selectByBarcodes = db.prepare(
    `SELECT ${columns} FROM json_each(?) b CROSS JOIN part_packs p ON p.connection_id = ? AND p.barcode = b.value
     ORDER BY b.key`,
  );
  const upsert = db.prepare(
    `INSERT INTO part_packs (connection_id, barcode, part_code, quantity)
     SELECT ?, value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) WHERE true
     ON CONFLICT (connection_id, barcode)
     DO UPDATE SET part_code = excluded.part_code, quantity = excluded.quantity`,
  );
  const remove = db.prepare('DELETE FROM part_packs WHERE connection_id = ? AND barcode = ?');
  return {
    list: (connectionId) => rows.parse(selectAll.all(connectionId)),
    byBarcodes: (connectionId, barcodes) =>
      rows.parse(selectByBarcodes.all(JSON.stringify([...new Set(barcodes)]), connectionId)),
    put(connectionId, packs) {
      const values = packs.map(({ barcode, partCode, quantity }) => [barcode, partCode, quantity]);
      if (values.length > 0) upsert.run(connectionId, JSON.stringify(values));
    },
    remove(connectionId, barcode) {
      remove.run(connectionId, barcode);
    },
  };
}
