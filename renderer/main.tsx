import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './global.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Preferences } from '../shared/preferences/preferences.ts';
import { App } from './app/app.tsx';
import { createAppearanceManager } from './app/appearance.ts';
import { goToFirstScreen } from './app/last-screen.ts';
import { StartFailure } from './app/start-failure.tsx';
import { tellUnhandledFailures } from './app/unhandled-failures.ts';
import { callDesk } from './bridge/call.ts';
import { createQueryClient, deskKey } from './bridge/query-client.ts';
import { resolveVariables, theme } from './theme.ts';

// The Content-Security-Policy lets in only styles that carry its nonce: Mantine's own, and those of the scroll
// lock below Modal and Drawer, which asks get-nonce.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
if (nonce !== '') setNonce(nonce);

tellUnhandledFailures();

const place = document.getElementById('root');
if (place !== null) start(createRoot(place));

function start(root: ReturnType<typeof createRoot>): void {
  const client = createQueryClient();
  const draw = (preferences: Preferences | null, failure: Error | null): void => {
    root.render(
      <StrictMode>
        <QueryClientProvider client={client}>
          <MantineProvider
            theme={theme}
            cssVariablesResolver={resolveVariables}
            colorSchemeManager={createAppearanceManager(preferences?.appearance ?? 'system')}
            defaultColorScheme="auto"
            getStyleNonce={() => nonce}
            deduplicateInlineStyles
          >
            {failure === null ? <App /> : <StartFailure error={failure} onRetry={() => location.reload()} />}
          </MantineProvider>
        </QueryClientProvider>
      </StrictMode>,
    );
  };
  // Appearance and last screen come first, so that nothing flashes and no other screen is drawn before.
  callDesk('preferences.read', {}).then(
    (preferences) => {
      client.setQueryData(deskKey('preferences.read', {}), preferences);
      goToFirstScreen(preferences.lastScreen);
      draw(preferences, null);
    },
    (failure: Error) => draw(null, failure),
  );
}
