import type { Customer } from '../../../shared/customers/customer.ts';
import { codeKey } from '../../../shared/pims/code-key.ts';
import { ageWords, distinguishingWords } from '../../customers/customer-words.ts';
import type { SuggestionList } from '../../line-grid/suggesting/cell-suggestions.ts';
import type { FoundRecords } from '../../look-up/record-search.ts';
import { standingHint } from '../../look-up/standing-words.ts';

/**
 * Customers as a list to choose from: the code, the name, and what tells two of one name apart. How old it is shows beside
 * what PIMS has not just said. `now` in ms since 1970.
 */
export function customerList(found: FoundRecords<Customer>, typed: string, now: number): SuggestionList {
  const wanted = codeKey(typed);
  return {
    items: found.records.map((customer) => ({
      id: customer.code,
      label: customer.code,
      about: [customer.name ?? '', distinguishingWords(customer)].filter((text) => text !== '').join(' · '),
      aside: ageWords(customer, now),
      isExact: codeKey(customer.code) === wanted,
    })),
    hint: standingHint(found.standing, 'customers'),
  };
}
