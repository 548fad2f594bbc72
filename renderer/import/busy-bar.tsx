import { Button, Group, Progress, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { assertNever } from '../../shared/errors.ts';
import type { ImportSession } from './session/import-session.ts';
import type { Busy } from './session/import-snapshot.ts';

interface BusyBarProps {
  readonly session: ImportSession;
  readonly busy: Busy;
}

/** What takes its time, how far it is, and a way to stop it. */
export function BusyBar({ session, busy }: BusyBarProps) {
  const done = useSyncExternalStore(session.subscribe, session.progress);
  const words = busyWords(busy);
  return (
    <Group gap="sm" my={6} flex="none" role="status">
      <Text size="sm">{words}</Text>
      <Progress
        value={done === null ? 100 : done * 100}
        animated={done === null}
        w={220}
        aria-label={words}
        transitionDuration={0}
      />
      <Button variant="default" size="compact-sm" onClick={() => session.cancel()}>
        Cancel
      </Button>
    </Group>
  );
}

function busyWords(busy: Busy): string {
  switch (busy) {
    case 'opening':
      return 'Looking at the file…';
    case 'reading':
      return 'Reading the file…';
    case 'matching':
      return 'Matching the columns…';
    case 'checking':
      return 'Checking the rows…';
    case 'asking':
      return 'Asking PIMS…';
    case 'creating':
      return 'Creating the drafts…';
    case 'submitting':
      return 'Submitting the drafts…';
    default:
      return assertNever(busy);
  }
}
