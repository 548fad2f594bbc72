import { lazy } from 'react';
import { OrdersScreen } from '../orders/orders-screen.tsx';
import type { Route } from './routes.ts';

const loadNewOrder = async () => ({ default: (await import('./new-order-screen.tsx')).NewOrderScreen });
const loadDraft = async () => ({ default: (await import('../drafts/draft-screen.tsx')).DraftScreen });
const loadOrder = async () => ({ default: (await import('../order/order-screen.tsx')).OrderScreen });

const NewOrderScreen = lazy(loadNewOrder);
const DraftScreen = lazy(loadDraft);
const OrderScreen = lazy(loadOrder);
const DraftsScreen = lazy(async () => ({
  default: (await import('../drafts/drafts-screen.tsx')).DraftsScreen,
}));
const OutboxScreen = lazy(async () => ({
  default: (await import('../outbox/outbox-screen.tsx')).OutboxScreen,
}));
const DayCheckScreen = lazy(async () => ({
  default: (await import('../day-check/day-check-screen.tsx')).DayCheckScreen,
}));
const ImportScreen = lazy(async () => ({
  default: (await import('../import/import-screen.tsx')).ImportScreen,
}));
const ShopifyScreen = lazy(async () => ({
  default: (await import('../shopify/shopify-screen.tsx')).ShopifyScreen,
}));
const CustomersScreen = lazy(async () => ({
  default: (await import('../customers/customers-screen.tsx')).CustomersScreen,
}));
const CustomerScreen = lazy(async () => ({
  default: (await import('../customers/customer-screen.tsx')).CustomerScreen,
}));
const UsageScreen = lazy(async () => ({
  default: (await import('../usage/usage-screen.tsx')).UsageScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import('../settings/settings-screen.tsx')).SettingsScreen,
}));

/** Has the screens of the daily work at hand before they are asked for. Called when nothing else is to do. */
export function loadDailyScreens(): void {
  for (const load of [loadOrder, loadNewOrder, loadDraft]) void load();
}

/** The screen of a route. Orders comes with the first load, since most starts show it; the others come later. */
export function ScreenOf({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'new':
      return <NewOrderScreen />;
    case 'outbox':
      return <OutboxScreen />;
    case 'day-check':
      return <DayCheckScreen />;
    case 'import':
      return <ImportScreen into={route.into} />;
    case 'shopify':
      return <ShopifyScreen find={route.find} />;
    case 'customers':
      return <CustomersScreen />;
    case 'customer':
      return <CustomerScreen key={route.code} code={route.code} />;
    case 'usage':
      return <UsageScreen />;
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
