import { htmlText, isHtml } from './html-text.ts';
import { parseJson } from './json-text.ts';

/** Longer than any message that a person reads; what is beyond is left out. */
const LONGEST_MESSAGE = 500;
const DEEPEST = 6;

/** Keys under which servers put their words, the most telling first; compared without case, `_` and `-`. */
const messageKeys = [
  'message',
  'errormessage',
  'usermessage',
  'errordescription',
  'detail',
  'details',
  'description',
  'reason',
  'error',
  'errors',
  'fault',
  'faultstring',
  'exceptionmessage',
  'exception',
  'messages',
  'data',
  'title',
  'statustext',
  'text',
  'msg',
] as const;

/**
 * The server's own words out of an error body: JSON of any common shape, HTML, or plain text. Empty when there are
 * none. Control characters are gone, the length is bounded, and none of `secrets` is in it.
 */
export function readErrorMessage(
  contentType: string | null,
  body: string,
  secrets: readonly string[],
): string {
  return tidy(redact(findWords(contentType, body), secrets));
}

function findWords(contentType: string | null, body: string): string {
  if (isHtml(contentType, body)) return htmlText(body);
  const json = parseJson(body);
  return json.ok ? wordsOf(json.value, 0).join(' ') : body;
}

function wordsOf(value: unknown, depth: number): string[] {
  if (typeof value === 'string')
    return value.trim() === '' ? [] : [isHtml(null, value) ? htmlText(value) : value];
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  if (Array.isArray(value)) return distinct(value.slice(0, 10).flatMap((item) => wordsOf(item, depth + 1)));
  const entries = Object.entries(value);
  for (const key of messageKeys) {
    const found = entries.filter(([name]) => name.toLowerCase().replace(/[_-]/g, '') === key);
    const words = found.flatMap(([, inner]) => wordsOf(inner, depth + 1));
    if (words.length > 0) return distinct(words);
  }
  // Validation answers name the field and then list the problems: {"QUANTITY": ["must be a number"]}.
  return entries.slice(0, 10).flatMap(([name, inner]) => {
    if (typeof inner !== 'object') return [];
    const words = wordsOf(inner, depth + 1);
    return words.length > 0 ? [`${name}: ${words.join(' ')}`] : [];
  });
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)];
}

/** Takes secrets out, also as they look in a URL. Before any cutting, so that no piece of one is left over. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((left, secret) => left.replaceAll(secret, '•••'), text);
}

/** One line of at most 500 characters without control characters. */
export function tidy(text: string): string {
  const line = text
    // Control and formatting characters, among them those that turn the direction of writing.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE - 1).trimEnd()}…` : line;
}
