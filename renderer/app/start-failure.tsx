import { Center } from '@mantine/core';
import { useEffect } from 'react';
import { callDesk } from '../bridge/call.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';

interface StartFailureProps {
  readonly error: Error;
  readonly onRetry: () => void;
}

/** What is shown when not even the preferences could be read. */
export function StartFailure({ error, onRetry }: StartFailureProps) {
  useEffect(() => {
    // Without it the window would stay hidden. That it fails as well is what the notice says already.
    callDesk('app.ready', {}).catch(() => undefined);
  }, []);
  return (
    <Center component="main" h="100%" p="xl">
      <ErrorNotice error={error} onRetry={onRetry} />
    </Center>
  );
}
