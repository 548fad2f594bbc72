/**
 * The words of a text, in small letters and without accents, so that "café" is found by "CAFE". What is neither letter
 * nor digit parts words.
 */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Whether every typed word is the beginning of one of the words; typing nothing finds nothing. */
export function beginWords(typed: readonly string[], words: readonly string[]): boolean {
  return typed.length > 0 && typed.every((one) => words.some((word) => word.startsWith(one)));
}
