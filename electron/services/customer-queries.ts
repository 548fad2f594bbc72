import { phoneForms } from '../../shared/customers/phone.ts';
import type { Filter, OrderQuery } from '../../shared/pims/filters.ts';

/*
 * What `customers/query` is asked (pims-more: Customers), by the fields that its page names alone: a field that PIMS does
 * not know may be refused. The filters combine in their order; these mean the same where AND binds closer than OR.
 */

/** A request for more costs no more, and what it brings need not be asked for again. */
const SEARCHED_AT_LEAST = 200;
/** Beyond these a name is found by the first words just as well. */
const MOST_WORDS = 8;
const WHOLE_TEXT_IN = ['CUSTOMER_CODE', 'BNAME', 'SNAME', 'BEMAIL', 'SEMAIL'] as const;

/**
 * Customers with all words in their name, or the whole text in their code, in another of their names, in an e-mail address
 * or, in one of the ways to write it, in their phone number.
 */
export function customerSearchQuery(text: string, limit: number): OrderQuery {
  const typed = text.trim();
  const words = [...new Set(typed.split(/\s+/))].slice(0, MOST_WORDS);
  return {
    filters: [
      ...words.map((word) => contains('CUSTOMER_NAME', word, 'AND')),
      ...WHOLE_TEXT_IN.map((field) => contains(field, typed, 'OR')),
      ...phoneForms(typed).map((form) => contains('BPHONE', form, 'OR')),
    ],
    maxReturn: Math.max(limit, SEARCHED_AT_LEAST),
  };
}

function contains(field: string, value: string, conjunction: Filter['conjunction']): Filter {
  return { field, value, contains: true, conjunction };
}
