import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { callDesk } from '../bridge/call.ts';
import { onConnectionChosen } from '../bridge/connection-change.ts';
import { invalidateOnEvents } from '../bridge/invalidate-on-events.ts';
import { DataNotice } from '../data-safety/data-notice.tsx';
import { AppCommands } from './app-commands.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { useRememberScreen } from './last-screen.ts';
import { LeftOverNote } from './left-over-note.tsx';
import { OutboxNotes } from './outbox-notes.tsx';
import { paths, readPath, useGoTo, useScreenRoute } from './routes.ts';
import { ScreenOf } from './screen-of.tsx';
import { Shell } from './shell.tsx';
import { UsageNote } from './usage-note.tsx';

/** Order Desk's window: the shell around the screen that the address names. */
export function App() {
  const client = useQueryClient();
  const goTo = useGoTo();
  const [path] = useHashLocation();
  const route = useScreenRoute();
  // Counts the changes of connection: a screen starts anew with each, since all that it shows is another tenant's.
  const [epoch, setEpoch] = useState(0);

  useEffect(() => invalidateOnEvents(client), [client]);
  useEffect(
    () =>
      onConnectionChosen(() => {
        setEpoch((count) => count + 1);
        const screen = readPath(location.hash.slice(1))?.screen;
        if (screen === 'order') goTo(paths.orders());
        if (screen === 'draft') goTo(paths.drafts());
      }),
    [goTo],
  );
  useRememberScreen();

  return (
    <ModalsProvider>
      <Notifications position="bottom-right" limit={4} />
      <AppCommands />
      <OutboxNotes />
      <UsageNote />
      <LeftOverNote />
      <DataNotice />
      <Shell>
        <ErrorBoundary place={`${epoch} ${path}`}>
          <Suspense fallback={null}>
            <ScreenOf key={epoch} route={route} />
            <TellReady />
          </Suspense>
        </ErrorBoundary>
      </Shell>
    </ModalsProvider>
  );
}

/** Tells the main process that the first screen is drawn; it stands beside the screen, so it waits for it. */
function TellReady() {
  useEffect(() => {
    // Should it fail, the window is shown all the same, a little later, by the main process itself.
    callDesk('app.ready', {}).catch(() => undefined);
  }, []);
  return null;
}
