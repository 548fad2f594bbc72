import type { Encoding } from './file-reading.ts';

/** A text as bytes. `isLossless` is false when a character does not exist in the encoding; then nothing is written. */
export type EncodedText =
  | { readonly isLossless: true; readonly bytes: Uint8Array }
  | { readonly isLossless: false; readonly character: string };

/** Writes a text in an encoding, after a byte order mark when wanted, so that it decodes to the same text. */
export function encodeText(text: string, encoding: Encoding, withMark: boolean): EncodedText {
  const marked = withMark ? `\uFEFF${text}` : text;
  switch (encoding) {
    case 'utf-8':
      return { isLossless: true, bytes: new TextEncoder().encode(marked) };
    case 'utf-16le':
    case 'utf-16be':
      return { isLossless: true, bytes: encodeUtf16(marked, encoding === 'utf-16le') };
    default:
      return encodeByTable(text, tableOf(encoding));
  }
}

function encodeUtf16(text: string, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
}

function encodeByTable(text: string, table: ReadonlyMap<string, readonly number[]>): EncodedText {
  const bytes: number[] = [];
  for (const character of text) {
    const code = table.get(character);
    if (code === undefined) return { isLossless: false, character };
    for (const byte of code) bytes.push(byte);
  }
  return { isLossless: true, bytes: Uint8Array.from(bytes) };
}

const tables = new Map<Encoding, ReadonlyMap<string, readonly number[]>>();
const wide: readonly Encoding[] = ['shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr'];

/** The decoder of the platform turned round: it knows every encoding that we read, so that no second table can differ. */
function tableOf(encoding: Encoding): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]): void => {
    // Only a decoder that streams reads windows-1252 rightly in Node 20.
    const decoder = new TextDecoder(encoding);
    const text = decoder.decode(Uint8Array.from(bytes), { stream: true });
    if (decoder.decode() !== '' || [...text].length !== 1 || text === '\uFFFD') return;
    if (!table.has(text)) table.set(text, bytes);
  };
  for (let byte = 0; byte < 256; byte += 1) add([byte]);
  if (wide.includes(encoding)) {
    for (let lead = 0x81; lead <= 0xfe; lead += 1) {
      for (let trail = 0x30; trail <= 0xfe; trail += 1) add([lead, trail]);
    }
  }
  tables.set(encoding, table);
  return table;
}
