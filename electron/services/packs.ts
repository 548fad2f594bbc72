import type { ConnectionId } from '../../shared/ids.ts';
import type { PackImport } from '../../shared/parts/pack-import.ts';
import type { DeskCall } from '../desk-call.ts';
import { isSame, readPacksCsv } from '../import/packs-csv.ts';
import { readTextFile } from '../import/read-text-file.ts';
import type { PackRepository } from '../storage/part-packs.ts';

/** The table of what barcodes stand for, of the chosen connection. */
export interface PackService {
  list: DeskCall<'parts.packs'>;
  save: DeskCall<'parts.savePack'>;
  remove: DeskCall<'parts.removePack'>;
  /**
   * Takes a CSV over, all of its good rows or none.
   * @throws DeskError `invalid-input` when it can't be read, or its heading is not in order
   */
  importFile(path: string): Promise<PackImport>;
}

/** A hundred thousand rows have half of that. */
const LARGEST_FILE = 10 * 1_024 * 1_024;

export function createPackService(packs: PackRepository, chosen: () => ConnectionId): PackService {
  return {
    list: async () => packs.list(chosen()),
    async save(pack) {
      packs.put(chosen(), [pack]);
      return pack;
    },
    async remove({ barcode }) {
      packs.remove(chosen(), barcode);
      return {};
    },
    async importFile(path) {
      const connection = chosen();
      const { rows, packs: read, repeated, problems } = readPacksCsv(await readTextFile(path, LARGEST_FILE));
      const barcodes = read.map(({ barcode }) => barcode);
      const before = new Map(packs.byBarcodes(connection, barcodes).map((pack) => [pack.barcode, pack]));
      const different = read.filter((pack) => {
        const present = before.get(pack.barcode);
        return present === undefined || !isSame(present, pack);
      });
      packs.put(connection, different);
      return {
        rows,
        added: read.length - before.size,
        changed: different.length - (read.length - before.size),
        same: repeated + read.length - different.length,
        problems: [...problems],
      };
    },
  };
}
