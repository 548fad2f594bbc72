import { analyse } from 'chardet';
import type { Encoding } from './file-reading.ts';
import { utf16Of } from './recognise-file.ts';

/** `sure`: by a mark, or because the bytes make sense in no other way. */
export interface EncodingGuess {
  readonly encoding: Encoding;
  readonly hasMark: boolean;
  readonly isSure: boolean;
}

/** What the statistics call an encoding, and the one of Windows that holds all of it. */
const sameOrMore: Readonly<Record<string, Encoding>> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-2': 'windows-1250',
  'ISO-8859-5': 'windows-1251',
  'ISO-8859-6': 'windows-1256',
  'ISO-8859-7': 'windows-1253',
  'ISO-8859-8': 'windows-1255',
  'ISO-8859-9': 'windows-1254',
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
  'windows-1252': 'windows-1252',
  'windows-1253': 'windows-1253',
  'windows-1254': 'windows-1254',
  'windows-1255': 'windows-1255',
  'windows-1256': 'windows-1256',
  'KOI8-R': 'koi8-r',
  Shift_JIS: 'shift_jis',
  'EUC-JP': 'euc-jp',
  GB18030: 'gb18030',
  Big5: 'big5',
  'EUC-KR': 'euc-kr',
};
/** Below this the statistics are about as good as a throw of dice; most such files come from a Western Windows. */
const LEAST_CONFIDENCE = 30;
/** So much more another Latin language has to speak for itself than those of the West. */
const LEAD_OVER_WEST = 5;
/** Encodings whose letters are Latin; in the others whole words are made of bytes beyond ASCII. */
const LATIN: readonly Encoding[] = ['windows-1250', 'windows-1252', 'windows-1254', 'windows-1257'];
const WORD_OF_HIGH_BYTES = 3;
/** The share of signs within words beyond which a text is no Western one: the Polish “żółta” reads “¿ó³ta” there. */
const MOST_SIGNS_IN_WORDS = 0.1;

/** Letters and signs that Western texts are made of beyond ASCII. */
const WESTERN = new Set('äöüßÄÖÜéèêëàâáãåæçñóòôõøúùûíìîïœÉÈÀÂÁÅÆÇÑÓØÚŒ€£§°®™©–—‘’“”«»…•µ²³½¼×·¡¿ªº\u00a0');

/**
 * The encoding of a file by its first bytes; `isWhole` says that these are all. UTF-8 is told by its strict form, UTF-16 by
 * its mark or its zeros, and the others by the statistics of languages.
 */
export function detectEncoding(head: Uint8Array, isWhole: boolean): EncodingGuess {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return { encoding: 'utf-8', hasMark: true, isSure: true };
  const wide = utf16Of(head);
  if (wide !== null) {
    return { encoding: wide, hasMark: head[0] === 0xff || head[0] === 0xfe, isSure: true };
  }
  if (isUtf8(head, isWhole)) return { encoding: 'utf-8', hasMark: false, isSure: true };
  return { encoding: byStatistics(head), hasMark: false, isSure: false };
}

/** True if the bytes are strict UTF-8, but for a character that is cut off at the end of a head. */
function isUtf8(head: Uint8Array, isWhole: boolean): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    decoder.decode(head, { stream: !isWhole });
    return true;
  } catch {
    return false;
  }
}

function byStatistics(head: Uint8Array): Encoding {
  if (isMacintosh(head)) return 'macintosh';
  const guesses = analyse(head).flatMap(({ name, confidence }) => {
    const encoding = sameOrMore[name];
    return encoding === undefined ? [] : [{ encoding, confidence }];
  });
  const others = guesses.filter(({ encoding }) => !LATIN.includes(encoding));
  const [foreign] = others;
  if (foreign !== undefined && meanRun(head) >= WORD_OF_HIGH_BYTES) {
    return foreign.encoding === 'koi8-r' || foreign.encoding === 'windows-1251'
      ? cyrillicOf(head)
      : foreign.encoding;
  }
  const west = guesses.find(({ encoding }) => encoding === 'windows-1252')?.confidence ?? 0;
  const best = guesses.find(({ encoding }) => encoding !== 'windows-1252');
  if (best === undefined || best.confidence < LEAST_CONFIDENCE) return 'windows-1252';
  if (decode(head, best.encoding) === decode(head, 'windows-1252')) return 'windows-1252';
  const isWest = best.confidence < west + LEAD_OVER_WEST && signsInWords(head) <= MOST_SIGNS_IN_WORDS;
  return isWest ? 'windows-1252' : best.encoding;
}

/** Most letters are small ones, and these stand at the end of windows-1251 and before it in KOI8-R. */
function cyrillicOf(head: Uint8Array): Encoding {
  const last = head.filter((byte) => byte >= 0xe0).length;
  const before = head.filter((byte) => byte >= 0xc0 && byte < 0xe0).length;
  return last >= before ? 'windows-1251' : 'koi8-r';
}

/** Only a decoder that streams reads windows-1252 rightly in Node 20. */
function decode(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes, { stream: true });
}

/** How many bytes beyond ASCII stand together, on the average. */
function meanRun(head: Uint8Array): number {
  let runs = 0;
  let high = 0;
  let isInRun = false;
  for (const byte of head) {
    if (byte >= 0x80) {
      high += 1;
      if (!isInRun) runs += 1;
    }
    isInRun = byte >= 0x80;
  }
  return runs === 0 ? 0 : high / runs;
}

/** Of the characters beyond ASCII, read as Western, the share that are no letters and stand before or behind one. */
function signsInWords(head: Uint8Array): number {
  const text = decode(head, 'windows-1252');
  const all = text.match(/[\u0080-\uffff]/g)?.length ?? 0;
  const signs = text.match(/\p{L}[¹³¿¼¾£¥¯¢]|[¹³¿¼¾£¥¯¢]\p{Ll}/gu)?.length ?? 0;
  return all === 0 ? 0 : signs / all;
}

/** Excel for Mac still saves so, and the statistics know nothing of it: more Western letters come out than by Windows. */
function isMacintosh(head: Uint8Array): boolean {
  const high = head.filter((byte) => byte >= 0x80);
  const western = (encoding: Encoding): number => {
    let count = 0;
    for (const character of decode(high, encoding)) if (WESTERN.has(character)) count += 1;
    return count;
  };
  const mac = western('macintosh');
  return mac >= high.length * 0.9 && mac > western('windows-1252') * 1.5;
}
