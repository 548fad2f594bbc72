import { analyse } from 'chardet';
import { type Encoding, encodings } from './file-reading.ts';
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
const LEAST_CONFIDENCE = 40;
/** So much more a language has to speak for itself than the West does. */
const LEAD_OVER_WEST = 15;

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
  const matches = analyse(head);
  const confidence = (wanted: (encoding: Encoding) => boolean): number =>
    Math.max(0, ...matches.filter(({ name }) => fits(name, wanted)).map((match) => match.confidence));
  const west = confidence((encoding) => encoding === 'windows-1252');
  const best = matches.find(({ name }) => fits(name, (encoding) => encoding !== 'windows-1252'));
  const encoding = best === undefined ? undefined : sameOrMore[best.name];
  if (best === undefined || encoding === undefined || best.confidence < LEAST_CONFIDENCE)
    return 'windows-1252';
  return best.confidence >= west + LEAD_OVER_WEST ? encoding : 'windows-1252';
}

function fits(name: string, wanted: (encoding: Encoding) => boolean): boolean {
  const encoding = sameOrMore[name];
  return encoding !== undefined && encodings.includes(encoding) && wanted(encoding);
}

/** Excel for Mac still saves so, and the statistics know nothing of it: more Western letters come out than by Windows. */
function isMacintosh(head: Uint8Array): boolean {
  const high = head.filter((byte) => byte >= 0x80);
  const western = (encoding: Encoding): number => {
    // Only a decoder that streams reads windows-1252 rightly in Node 20.
    const text = new TextDecoder(encoding).decode(high, { stream: true });
    let count = 0;
    for (const character of text) if (WESTERN.has(character)) count += 1;
    return count;
  };
  const mac = western('macintosh');
  return mac >= high.length * 0.9 && mac > western('windows-1252') * 1.5;
}
