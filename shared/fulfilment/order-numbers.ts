/** Longest Shopify order number that is asked for. */
export const SHOPIFY_NUMBER_LENGTH = 64;
/** So many are looked up in one go. */
export const MOST_NUMBERS = 500;
/** So many go to the main process in one call, so that what has come shows and the rest can be stopped. */
export const NUMBERS_PER_CALL = 12;

/**
 * The Shopify order numbers in a typed or pasted text, each once, in the order of the text. Digits alone get the # with which
 * PIMS stores them (pims-shopify-lookup: Note); what has letters is a shop's own form of number, and stays as it is.
 */
export function readOrderNumbers(text: string): string[] {
  const words = text
    .split(/[\s,;|"']+/)
    .map(withHash)
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && word.length <= SHOPIFY_NUMBER_LENGTH);
  return [...new Set(words)];
}

function withHash(word: string): string {
  const bare = word.replace(/^#+/, '');
  return bare !== word || /^\d+$/.test(bare) ? `#${bare}` : word;
}
