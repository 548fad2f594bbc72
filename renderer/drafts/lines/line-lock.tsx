import { Tooltip } from '@mantine/core';
import { Lock } from 'lucide-react';
import classes from './line-lock.module.css';

/** A padlock that says why a line can't be edited. */
export function LineLock({ words }: { readonly words: string }) {
  return (
    <Tooltip label={words} multiline maw={320} position="right">
      {/* Out of the Tab order; the foot of the table says the same of the line that has the focus. */}
      <button type="button" tabIndex={-1} className={classes.lock} aria-label={words}>
        <Lock size={12} aria-hidden />
      </button>
    </Tooltip>
  );
}
