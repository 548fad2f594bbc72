import type { Filter, OrderQuery } from '../../shared/pims/filters.ts';
import { barcodeForms } from '../../shared/scanning/barcode-forms.ts';

/*
 * What `inventory/query` is asked (pims-more: Inventory). Its filters combine in their order; these mean the same where AND
 * binds closer than OR.
 */

/** A request for more costs no more, and what it brings need not be asked for again. */
const SEARCHED_AT_LEAST = 200;
/** Beyond these a description is found by the first words just as well. */
const MOST_WORDS = 8;

/** Parts with all words in their description, the whole text in their code, or the text as their barcode. */
export function searchQuery(text: string, limit: number): OrderQuery {
  const typed = text.trim();
  const words = [...new Set(typed.split(/\s+/))].slice(0, MOST_WORDS);
  return {
    filters: [
      ...words.map((word) => filter('PART_DESCRIPTION', word, { contains: true, conjunction: 'AND' })),
      filter('PART_CODE', typed, { contains: true }),
      ...barcodeForms(typed).map((form) => filter('BARCODE', form)),
    ],
    maxReturn: Math.max(limit, SEARCHED_AT_LEAST),
  };
}

/** Parts of which one of the codes is the barcode, in any of its forms, or the code. */
export function scannedQuery(codes: readonly string[]): OrderQuery {
  return {
    filters: codes.flatMap((code) => [
      ...barcodeForms(code).map((form) => filter('BARCODE', form)),
      filter('PART_CODE', code),
    ]),
    maxReturn: SEARCHED_AT_LEAST,
  };
}

function filter(field: string, value: string, change: Partial<Filter> = {}): Filter {
  return { field, value, contains: false, conjunction: 'OR', ...change };
}
