import { codeKey } from '../pims/code-key.ts';
import type { PimsFields } from '../pims/fields.ts';
import { bestFirst } from '../search/best-first.ts';
import { beginWords, wordsOf } from '../search/words.ts';
import type { Customer } from './customer.ts';
import { phoneDigits, phoneWords } from './phone.ts';

/** Why a customer is offered, the best reason first. */
const matchKinds = ['code', 'same', 'code-start', 'words', 'code-middle'] as const;
export type CustomerMatch = (typeof matchKinds)[number];

/** What a completion is looked for by, made once from what was typed. */
export interface TypedCustomer {
  /** As `codeKey` gives it; empty when nothing was typed. */
  readonly key: string;
  /** The beginnings of words, as `wordsOf` gives them; of a phone number its digits. */
  readonly words: readonly string[];
}

type Matched = Pick<Customer, 'code' | 'name' | 'fields'>;

const PHONES = ['BPHONE', 'SPHONE'] as const;
/** What PIMS's own search of customers looks into (pims-more), and the city, which tells people of one name apart. */
const TEXTS = ['CUSTOMER_NAME', 'BNAME', 'SNAME', 'BEMAIL', 'SEMAIL', 'BCITY', 'SCITY', ...PHONES] as const;
/** A customer is exactly the one meant when one of these is all that was typed. */
const NAMED_BY = ['CUSTOMER_NAME', 'BNAME', 'BEMAIL', 'SEMAIL'] as const;

export function readTypedCustomer(text: string): TypedCustomer {
  const digits = phoneDigits(text);
  return { key: codeKey(text), words: digits === null ? wordsOf(text) : [digits] };
}

/** The words by which a customer is found, each once. */
export function wordsOfCustomer({ code, fields }: Pick<Customer, 'code' | 'fields'>): string[] {
  const texts = [code, ...TEXTS.map((field) => fieldOf(fields, field))];
  const phones = PHONES.flatMap((field) => phoneWords(fieldOf(fields, field)));
  return [...new Set([...texts.flatMap(wordsOf), ...phones])];
}

/** Null when the customer has nothing to do with what was typed, in upper or lower case. */
export function matchCustomer(typed: TypedCustomer, customer: Matched): CustomerMatch | null {
  if (typed.key === '') return null;
  const key = codeKey(customer.code);
  if (key === typed.key) return 'code';
  const isFound = beginWords(typed.words, wordsOfCustomer(customer));
  if (isFound && NAMED_BY.some((field) => codeKey(fieldOf(customer.fields, field)) === typed.key))
    return 'same';
  if (key.startsWith(typed.key)) return 'code-start';
  if (isFound) return 'words';
  return key.includes(typed.key) ? 'code-middle' : null;
}

/** The customers that match, best first and by code among equals, at most `limit`. */
export function orderCustomers<C extends Matched>(text: string, customers: Iterable<C>, limit: number): C[] {
  const typed = readTypedCustomer(text);
  return bestFirst(customers, matchKinds, (customer) => matchCustomer(typed, customer), limit);
}

function fieldOf(fields: PimsFields, field: string): string {
  return fields[field] ?? '';
}
