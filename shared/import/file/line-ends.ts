import type { Delimiter } from './file-reading.ts';

export type LineEnd = '\n' | '\r\n' | '\r';

/** A text whose lines all end alike outside of quotes. `otherAt`: where the first one was that ended otherwise. */
export interface EvenLines {
  readonly text: string;
  readonly lineEnd: LineEnd;
  readonly otherAt: number | null;
}

/**
 * Makes the line ends of a text alike, for the parser knows one at a time. What stands in quotes is left as it is: Excel
 * ends rows with CR LF and breaks cells with LF. The text begins at the beginning of a row.
 */
export function evenLineEnds(text: string, delimiter: Delimiter): EvenLines {
  if (!text.includes('\r')) return { text, lineEnd: '\n', otherAt: null };
  const both = count(text, '\r\n');
  const lineFeeds = count(text, '\n');
  const returns = count(text, '\r');
  if (both === lineFeeds && both === returns) return { text, lineEnd: '\r\n', otherAt: null };
  if (lineFeeds === 0) return { text, lineEnd: '\r', otherAt: null };
  return evenOutsideQuotes(text, delimiter);
}

function count(text: string, part: string): number {
  let found = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found += 1;
  return found;
}

const LINE_END = /\r\n|\n|\r/y;
/** A doubled quote does not end a cell, nor does one that stands before a quote. */
const QUOTED = /"(?:[^"]|"")*"(?!")/y;

function evenOutsideQuotes(text: string, delimiter: Delimiter): EvenLines {
  const plain = new RegExp(`[^\\r\\n${delimiter === '\t' ? '\\t' : delimiter}]*`, 'y');
  const parts: string[] = [];
  let from = 0;
  let at = 0;
  let first: string | null = null;
  let otherAt: number | null = null;
  while (at < text.length) {
    if (text[at] === '"') {
      const end = endOf(QUOTED, text, at);
      // An open quote: the rest is for the parser, which looks for its end.
      if (end === null) break;
      at = end;
    }
    at = endOf(plain, text, at) ?? at;
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    const end = endOf(LINE_END, text, at);
    if (end === null) continue;
    const found = text.slice(at, end);
    first ??= found;
    if (found !== first) otherAt ??= at;
    if (found !== '\n') {
      parts.push(text.slice(from, at), '\n');
      from = end;
    }
    at = end;
  }
  if (otherAt === null && first !== null && isLineEnd(first)) return { text, lineEnd: first, otherAt };
  parts.push(text.slice(from));
  return { text: parts.join(''), lineEnd: '\n', otherAt };
}

function isLineEnd(text: string): text is LineEnd {
  return text === '\n' || text === '\r\n' || text === '\r';
}

function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}
