import { detectDelimiter, namedDelimiter } from './detect-delimiter.ts';
import { detectEncoding } from './detect-encoding.ts';
import { detectHeading } from './detect-heading.ts';
import { type FileRefusal, RefusedFile } from './file-finding.ts';
import type { Delimiter, Encoding, FileReading, FileRow, TextSource } from './file-reading.ts';
import { recogniseFile } from './recognise-file.ts';
import { createRowParser } from './row-parser.ts';

/** So much of the beginning of a file is enough to detect how to read it. */
export const HEAD_BYTES = 256 * 1_024;
/** Rows of a preview. */
const PREVIEW_ROWS = 20;

/** What the person set by hand; the rest is detected. */
export interface ReadingChoice {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
}

/** How a file is read, whether its encoding is beyond doubt, and its first rows as they come out then. */
export interface DetectedText {
  readonly reading: FileReading & { readonly source: TextSource };
  readonly isEncodingSure: boolean;
  /** All of the first rows: titles, the heading, rows. */
  readonly preview: readonly FileRow[];
}

export type DetectedFile =
  | { readonly ok: true; readonly kind: 'text'; readonly detected: DetectedText }
  | { readonly ok: true; readonly kind: 'workbook' }
  | { readonly ok: false; readonly refusal: FileRefusal };

/**
 * Finds out how to read a file: its kind, encoding, delimiter and heading, from its first bytes (`HEAD_BYTES`, or all:
 * `isWhole`). Called again with a choice it shows what comes of that. A workbook goes to `openWorkbook`. Never throws.
 */
export function detectFile(head: Uint8Array, isWhole: boolean, choice: ReadingChoice = {}): DetectedFile {
  try {
    if (recogniseFile(head) === 'workbook') return { ok: true, kind: 'workbook' };
    return { ok: true, kind: 'text', detected: detectText(head, isWhole, choice) };
  } catch (cause) {
    if (cause instanceof RefusedFile) return { ok: false, refusal: cause.refusal };
    throw cause;
  }
}

/** The same for a text that was pasted: spreadsheets put tables on the clipboard with tabs. */
export function pastedBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function detectText(head: Uint8Array, isWhole: boolean, choice: ReadingChoice): DetectedText {
  const guess = detectEncoding(head, isWhole);
  const encoding = choice.encoding ?? guess.encoding;
  const decoder = new TextDecoder(encoding);
  const text = decoder.decode(head, { stream: true }) + (isWhole ? decoder.decode() : '');
  const delimiter = choice.delimiter ?? detectDelimiter(text);
  const parser = createRowParser(delimiter);
  const rows = parser.push(text);
  if (isWhole || rows.length === 0) rows.push(...parser.end());
  if (namedDelimiter(text) !== null) rows.shift();
  if (!rows.some(({ cells }) => cells.some((cell) => cell.trim() !== ''))) {
    throw new RefusedFile('empty', 'The file holds nothing but blank lines.');
  }
  return {
    reading: {
      source: { kind: 'text', encoding, hasMark: guess.hasMark && encoding === guess.encoding, delimiter },
      ...detectHeading(rows),
      leaveOutTotals: true,
    },
    isEncodingSure: guess.isSure,
    preview: rows.slice(0, PREVIEW_ROWS),
  };
}
