import type { LineLock } from './order.ts';

/** The words of a padlock: whether a line can be edited, and if not, why and what can be done. */
export function lockWords(lock: LineLock): string {
  switch (lock.state) {
    case 'open':
      return 'Can be edited';
    case 'closed':
      return `Can’t be edited: ${lock.reason}`;
  }
}
