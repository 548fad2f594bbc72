import type { Submission } from './submission.ts';

/**
 * How many of the finished submissions the outbox lists, the newest. Each change has the list read again, so that it must
 * not grow for ever; all that is not finished is always in it.
 */
export const FINISHED_LISTED = 500;

/** How many of the older ones a search finds at most, the newest. */
export const OLDER_FOUND = 200;

/**
 * Whether a submission has the text in its reference, its customer code or its order's number, upper and lower case alike.
 * Each has the empty text.
 */
export function hasText(
  { reference, customerCode, orderNumber }: Pick<Submission, 'reference' | 'customerCode' | 'orderNumber'>,
  text: string,
): boolean {
  const wanted = text.trim().toLowerCase();
  return [reference, customerCode, orderNumber ?? ''].some((one) => one.toLowerCase().includes(wanted));
}
