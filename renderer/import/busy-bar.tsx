import { Button, Group, Progress, Text } from '@mantine/core';
import { assertNever } from '../../shared/errors.ts';
import type { Busy } from './session/import-snapshot.ts';

/** What takes its time, how far it is, and a way to stop it. */
export function BusyBar({ busy, onCancel }: { readonly busy: Busy; readonly onCancel: () => void }) {
  const words = busyWords(busy);
  return (
    <Group gap="sm" my={6} flex="none" role="status">
      <Text size="sm">{words}</Text>
      <Progress
        value={busy.done === null ? 100 : busy.done * 100}
        animated={busy.done === null}
        w={220}
        aria-label={words}
        transitionDuration={0}
      />
      <Button variant="default" size="compact-sm" onClick={onCancel}>
        Cancel
      </Button>
    </Group>
  );
}

function busyWords({ what }: Busy): string {
  switch (what) {
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
      return assertNever(what);
  }
}
