import { Button, Text } from '@mantine/core';
import { messageOf } from '../ui/error-notice.tsx';
import { absoluteTime, timeOfDay } from '../ui/time.ts';
import classes from './draft.module.css';
import type { SaveState } from './save-queue.ts';

interface SaveIndicatorProps {
  readonly saving: SaveState;
  readonly onTryNow: () => void;
}

/** Says whether what was typed is on disk. */
export function SaveIndicator({ saving, onTryNow }: SaveIndicatorProps) {
  switch (saving.kind) {
    case 'saved':
      if (saving.at === null) return null;
      return (
        <Text component="span" size="sm" role="status" title={absoluteTime(saving.at)}>
          Saved at {timeOfDay(saving.at)}
        </Text>
      );
    case 'saving':
      return (
        <Text component="span" size="sm" role="status">
          Saving…
        </Text>
      );
    case 'failed':
      return (
        <span role="alert" className={classes.failed}>
          <Text component="span" size="sm" c="red" title={messageOf(saving.error)}>
            Not saved: {messageOf(saving.error)}
          </Text>
          {saving.retries && (
            <Button variant="default" size="compact-xs" onClick={onTryNow}>
              Try now
            </Button>
          )}
        </span>
      );
  }
}
