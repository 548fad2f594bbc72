import type { Delimiter, Encoding } from '../../../shared/import/file/file-reading.ts';

/** The encodings as people know them. */
export const encodingNames: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Western (Windows-1252)',
  'utf-16le': 'UTF-16 (“Unicode text” of Excel)',
  'utf-16be': 'UTF-16, big end first',
  'iso-8859-15': 'Western (ISO 8859-15)',
  macintosh: 'Western (Macintosh)',
  'windows-1250': 'Central European (Windows-1250)',
  'iso-8859-2': 'Central European (ISO 8859-2)',
  'windows-1251': 'Cyrillic (Windows-1251)',
  'koi8-r': 'Cyrillic (KOI8-R)',
  ibm866: 'Cyrillic (DOS 866)',
  'windows-1253': 'Greek (Windows-1253)',
  'windows-1254': 'Turkish (Windows-1254)',
  'windows-1255': 'Hebrew (Windows-1255)',
  'windows-1256': 'Arabic (Windows-1256)',
  'windows-1257': 'Baltic (Windows-1257)',
  shift_jis: 'Japanese (Shift JIS)',
  'euc-jp': 'Japanese (EUC)',
  gb18030: 'Chinese, simplified (GB 18030)',
  big5: 'Chinese, traditional (Big5)',
  'euc-kr': 'Korean (EUC)',
};

export const delimiterNames: Readonly<Record<Delimiter, string>> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Vertical bar',
};

interface Skipped {
  readonly titles: number;
  readonly totals: number;
  readonly blank: number;
}

/** What of a file is no row, in words; empty when all is. */
export function skippedWords({ titles, totals, blank }: Skipped): string {
  const parts = [
    titles === 0 ? '' : `${titles} ${titles === 1 ? 'line' : 'lines'} above the heading`,
    blank === 0 ? '' : `${blank} blank ${blank === 1 ? 'line' : 'lines'}`,
    totals === 0 ? '' : `${totals} ${totals === 1 ? 'line' : 'lines'} of totals at the end`,
  ].filter((part) => part !== '');
  const last = parts.at(-1);
  if (last === undefined) return '';
  const before = parts.slice(0, -1);
  return `Left out: ${before.length === 0 ? last : `${before.join(', ')} and ${last}`}.`;
}
