import { Button, Group, Progress, Text } from '@mantine/core';
import { takesFocus } from '../ui/use-kept-focus.ts';
import { type Lookup, unread } from './lookup-store.ts';
import { lookupStore } from './use-lookup.ts';

interface LookupProgressProps {
  readonly lookup: Lookup;
  /** Asks PIMS for what it has not told of. */
  readonly onRest: () => void;
}

/** How far the look-up of several numbers is; stops it, and goes on with what is missing. */
export function LookupProgress({ lookup, onRest }: LookupProgressProps) {
  const { numbers, awaited } = lookup;
  const all = numbers.length;
  const missing = unread(lookup).length;
  if (awaited.size > 0) {
    const done = all - awaited.size;
    return (
      <Group gap="sm">
        <Progress
          value={(done / all) * 100}
          w={140}
          size={8}
          aria-label="Numbers looked up"
          transitionDuration={0}
        />
        <Text size="sm" role="status">
          {done} of {all} looked up
        </Text>
        <Button variant="default" onClick={lookupStore.stop} {...takesFocus}>
          Stop
        </Button>
      </Group>
    );
  }
  return (
    <Group gap="sm">
      <Text size="sm" role="status" c="dimmed">
        {missing === 0 ? `${all} numbers looked up` : `${all - missing} of ${all} numbers looked up`}
      </Text>
      {missing > 0 && (
        <Button variant="default" onClick={onRest} {...takesFocus}>
          Look up the rest ({missing === 1 ? '1 request' : `${missing} requests`})
        </Button>
      )}
    </Group>
  );
}
