import { z } from 'zod';

/** The encodings that a text file can be read in, and written back in, by their WHATWG names. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'iso-8859-2',
  'iso-8859-15',
  'macintosh',
  'koi8-r',
  'ibm866',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
] as const;
export type Encoding = (typeof encodings)[number];

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

const sourceSchema = z.discriminatedUnion('kind', [
  /** `hasMark`: the file begins with a byte order mark, which is no part of its first cell. */
  z.object({
    kind: z.literal('text'),
    encoding: z.enum(encodings),
    hasMark: z.boolean(),
    delimiter: z.enum(delimiters),
  }),
  z.object({ kind: z.literal('workbook'), sheet: z.string() }),
]);

/**
 * How the bytes of a file become rows. This one object is shown, changed and passed through all steps, so that no step
 * can read the file in another way than the one before. Lines are those of the file, or rows of the sheet, from 1.
 */
export const fileReadingSchema = z.object({
  source: sourceSchema,
  /** Where the heading begins; null when there is none. What stands before it are titles. */
  headingLine: z.number().int().min(1).nullable(),
  /** Where the rows begin when there is no heading. With one they begin behind it. */
  firstLine: z.number().int().min(1),
  /** Whether totals at the end, such as “Total;;1204”, are left out. */
  leaveOutTotals: z.boolean(),
});
export type FileReading = z.infer<typeof fileReadingSchema>;
export type TextSource = Extract<FileReading['source'], { kind: 'text' }>;

/** A record of the file: the line on which it begins, and its cells as they stand there. */
export interface FileRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Its quotes don’t match; the cells are the best that can be made of it. */
  readonly defect?: 'stray-quote' | 'unclosed-quote';
}

/** Beyond these a file is refused before it costs memory. */
export const MOST_BYTES = 100 * 1_024 * 1_024;
export const MOST_ROWS = 200_000;
