import { lazy } from 'react';
import { OrdersScreen } from '../orders/orders-screen.tsx';
import type { Route } from './routes.ts';

const NewOrderScreen = lazy(async () => ({
  default: (await import('./new-order-screen.tsx')).NewOrderScreen,
}));
const DraftScreen = lazy(async () => ({ default: (await import('../drafts/draft-screen.tsx')).DraftScreen }));
const DraftsScreen = lazy(async () => ({
  default: (await import('../drafts/drafts-screen.tsx')).DraftsScreen,
}));
const OrderScreen = lazy(async () => ({ default: (await import('../order/order-screen.tsx')).OrderScreen }));
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
      return <OrdersScreen />;
    case 'draft':
      return <DraftScreen draftId={route.draftId} />;
    case 'order':
      return <OrderScreen orderNumber={route.orderNumber} />;
    case 'drafts':
      return <DraftsScreen />;
  }
}
