import { randomInt } from 'node:crypto';

const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** A LINE_REF_LOCK_CODE in the form of the vendor's example (ABC123XYZ). */
export function newLockCode(): string {
  return Array.from({ length: 9 }, () => CHARACTERS.charAt(randomInt(CHARACTERS.length))).join('');
}
