import { Tooltip } from '@mantine/core';
import { Lock, LockOpen } from 'lucide-react';
import type { LineLock } from '../../shared/orders/order.ts';
import classes from './order.module.css';

/** The words of a padlock, for the tooltip, for screen readers and for copying. */
export function lockWords(lock: LineLock): string {
  switch (lock.state) {
    case 'open':
      return 'Can be edited';
    case 'closed':
      return `Can’t be edited: ${lock.reason}`;
  }
}

/** Whether a line can be edited, and why not. */
export function LineLockIcon({ lock }: { readonly lock: LineLock }) {
  const words = lockWords(lock);
  const Icon = lock.state === 'open' ? LockOpen : Lock;
  return (
    <Tooltip label={words} multiline maw={320} position="right">
      <button type="button" className={classes.lock} data-state={lock.state} aria-label={words}>
        <Icon size={14} aria-hidden />
      </button>
    </Tooltip>
  );
}
