import { Tooltip } from '@mantine/core';
import { Lock, LockOpen } from 'lucide-react';
import classes from './padlock.module.css';

interface PadlockProps {
  readonly state: 'open' | 'closed';
  /** Whether the line can be edited, and why not: for the tooltip and for screen readers. */
  readonly words: string;
  /** False in a grid, where the keys go from cell to cell, and the cells say the same. */
  readonly inTabOrder: boolean;
}

/** Whether a line can be edited, and why not. */
export function Padlock({ state, words, inTabOrder }: PadlockProps) {
  const Icon = state === 'open' ? LockOpen : Lock;
  return (
    <Tooltip label={words} multiline maw={320} position="right">
      <button
        type="button"
        className={classes.lock}
        data-state={state}
        aria-label={words}
        tabIndex={inTabOrder ? undefined : -1}
      >
        <Icon size={12} aria-hidden />
      </button>
    </Tooltip>
  );
}
