import { z } from 'zod';

/** The parts of Order Desk that ask PIMS. */
export const purposes = [
  'orders',
  'sending',
  'parts',
  'customers',
  'shopify',
  'day-check',
  'connection',
] as const;
export type Purpose = (typeof purposes)[number];

/** `unknown`: counted before this was told apart, or by a newer Order Desk. */
export const countedPurposeSchema = z.enum([...purposes, 'unknown']).catch('unknown');
export type CountedPurpose = z.infer<typeof countedPurposeSchema>;

/** Which part of Order Desk it is, and what of it asks PIMS. */
export function purposeWords(purpose: CountedPurpose): string {
  switch (purpose) {
    case 'orders':
      return 'Orders: searching and opening';
    case 'sending':
      return 'Sending: orders, lines and checks';
    case 'parts':
      return 'Parts: completion, stock, scanner and imports';
    case 'customers':
      return 'Customers: searching, completion and imports';
    case 'shopify':
      return 'Shopify lookup';
    case 'day-check':
      return 'Day check';
    case 'connection':
      return 'Connection: tests and “Try now”';
    case 'unknown':
      return 'Not told apart at the time';
  }
}
