import { type FileRefusal, RefusedFile } from './file-finding.ts';
import { MOST_BYTES, MOST_ROWS } from './file-reading.ts';

/** First bytes of files that people mistake for tables. */
const foreign: readonly { readonly start: readonly number[]; readonly what: string }[] = [
  { start: [0x25, 0x50, 0x44, 0x46], what: 'a PDF' },
  { start: [0x89, 0x50, 0x4e, 0x47], what: 'a picture' },
  { start: [0xff, 0xd8, 0xff], what: 'a picture' },
  { start: [0x47, 0x49, 0x46, 0x38], what: 'a picture' },
  { start: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old Excel workbook (.xls) or another Office document' },
  { start: [0x1f, 0x8b], what: 'a packed file' },
  { start: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], what: 'a database' },
  { start: [0x7f, 0x45, 0x4c, 0x46], what: 'a program' },
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Control characters that a text may hold: tab, line ends, form feed, and the end mark of DOS. */
const ALLOWED_CONTROLS = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1a]);
/** More control bytes than this share make no text in any encoding. */
const MOST_CONTROLS = 0.02;

/** Says no to a file that is empty or too large, by its size alone, before anything of it is read. */
export function refuseSize(bytes: number): FileRefusal | null {
  if (bytes === 0) return { code: 'empty', message: 'The file is empty.' };
  if (bytes <= MOST_BYTES) return null;
  return {
    code: 'too-large',
    message: `The file has ${Math.ceil(bytes / 1_048_576)} MB. At most ${MOST_BYTES / 1_048_576} MB can be imported. Split it up.`,
  };
}

/** The refusal of more rows than can be imported. */
export function tooManyRows(): RefusedFile {
  return new RefusedFile(
    'too-many-rows',
    `The file has more than ${MOST_ROWS.toLocaleString('en-US')} rows. Split it up; nothing was imported.`,
  );
}

/**
 * What a file is by its first bytes (64 kB are plenty): text, or a workbook.
 * @throws RefusedFile `binary` for anything else
 */
export function recogniseFile(head: Uint8Array): 'text' | 'workbook' {
  if (beginsWith(head, ZIP)) return 'workbook';
  const known = foreign.find(({ start }) => beginsWith(head, start));
  if (known !== undefined) {
    throw new RefusedFile(
      'binary',
      `The file is ${known.what}, not a table. Save it as .xlsx or CSV, and import that.`,
    );
  }
  if (!isUtf16(head) && controlShare(head) > MOST_CONTROLS) {
    throw new RefusedFile(
      'binary',
      'The file holds bytes that are no text. Export the table as .xlsx or CSV, and import that.',
    );
  }
  return 'text';
}

/** UTF-16 by its mark, or, of Latin texts, by the zero bytes that stand at nearly all places of one parity. */
export function utf16Of(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(head.length >> 1, 2_048);
  if (pairs < 4) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) even += 1;
    if (head[at + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.6 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.6 && odd < pairs * 0.05) return 'utf-16be';
  return null;
}

function isUtf16(head: Uint8Array): boolean {
  return utf16Of(head) !== null;
}

function controlShare(head: Uint8Array): number {
  let controls = 0;
  for (const byte of head) if (byte < 0x20 && !ALLOWED_CONTROLS.has(byte)) controls += 1;
  // A handful of stray bytes in a short file is damage and no binary file.
  return controls <= 4 ? 0 : controls / head.length;
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
