import { lazy } from 'react';
import type { Route } from './routes.ts';

const NewOrderScreen = lazy(async () => ({
  default: (await import('./new-order-screen.tsx')).NewOrderScreen,
}));
const OutboxScreen = lazy(async () => ({
  default: (await import('../outbox/outbox-screen.tsx')).OutboxScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import('../settings/settings-screen.tsx')).SettingsScreen,
}));

/** The screen of a route. Orders comes with the first load, since most starts show it; the others when needed. */
export function ScreenOf({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'new':
      return <NewOrderScreen />;
    case 'outbox':
      return <OutboxScreen />;
    case 'settings':
      return <SettingsScreen />;
    case 'orders':
    case 'order':
    case 'drafts':
    case 'draft':
      return <SettingsScreen />;
  }
}
