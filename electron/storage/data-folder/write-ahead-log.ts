import { closeSync, openSync, readSync, statSync } from 'node:fs';

const HEADER_BYTES = 32;
/** The last bit says in which order the checksum reads its words. */
const MAGIC_LITTLE_ENDIAN = 0x377f0682;
const MAGIC_BIG_ENDIAN = 0x377f0683;

/**
 * Whether the file with a database's newest changes (`-wal`) can be read: SQLite takes one whose header is wrong for
 * an empty one, and would throw away without a word what it holds. One that is absent, empty or shorter than its header holds
 * nothing.
 */
export function isLogReadable(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return true;
  if (!found.isFile()) return false;
  if (found.size <= HEADER_BYTES) return true;
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(file);
  }
  return isLogHeader(header);
}

/** Its layout is in SQLite's file format, section 4.1: magic, and a checksum over the first 24 bytes. */
export function isLogHeader(header: Uint8Array): boolean {
  const view = new DataView(header.buffer, header.byteOffset, HEADER_BYTES);
  const magic = view.getUint32(0);
  if (magic !== MAGIC_LITTLE_ENDIAN && magic !== MAGIC_BIG_ENDIAN) return false;
  const littleEndian = magic === MAGIC_LITTLE_ENDIAN;
  let first = 0;
  let second = 0;
  for (let at = 0; at < 24; at += 8) {
    first = (first + view.getUint32(at, littleEndian) + second) >>> 0;
    second = (second + view.getUint32(at + 4, littleEndian) + first) >>> 0;
  }
  return first === view.getUint32(24) && second === view.getUint32(28);
}
