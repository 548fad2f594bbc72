import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout that these scripts belong to. */
export const checkout = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Absolute path of something in the checkout.
 * @param {...string} parts
 */
export function inCheckout(...parts) {
  return join(checkout, ...parts);
}
