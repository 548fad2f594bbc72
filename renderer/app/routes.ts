import { useMemo } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import type { DraftId, OrderNumber } from '../../shared/ids.ts';

/** Where a person can be. */
export type Route =
  | { readonly screen: 'orders'; readonly look: OrdersLook | null }
  | { readonly screen: 'order'; readonly orderNumber: OrderNumber }
  | { readonly screen: 'new' }
  | { readonly screen: 'drafts' }
  | { readonly screen: 'draft'; readonly draftId: DraftId }
  | { readonly screen: 'outbox' }
  | { readonly screen: 'day-check' }
  | {
      readonly screen: 'import' /** The open draft that gets the lines; null for new ones. */;
      readonly into: DraftId | null;
    }
  | { readonly screen: 'shopify' /** A Shopify number to look up at once. */; readonly find: string | null }
  | { readonly screen: 'customers' }
  | { readonly screen: 'customer'; readonly code: string }
  | { readonly screen: 'usage' }
  | { readonly screen: 'settings' };

/** What Orders shall look for at once: an order number or a reference, or a customer's orders by the code. */
export type OrdersLook =
  | { readonly kind: 'find'; readonly text: string }
  | { readonly kind: 'customer'; readonly code: string };

/** The paths of the screens. They go behind the `#` of the page's address. */
export const paths = {
  orders: () => '/orders',
  /** Orders, looking at once for an order number or a reference. */
  findOrders: (text: string) => `/orders/find/${encodeURIComponent(text)}`,
  /** Orders of a customer, looked for at once. */
  ordersOfCustomer: (code: string) => `/orders/customer/${encodeURIComponent(code)}`,
  order: (orderNumber: OrderNumber) => `/orders/${encodeURIComponent(orderNumber)}`,
  newOrder: () => '/new',
  drafts: () => '/drafts',
  draft: (draftId: DraftId) => `/drafts/${encodeURIComponent(draftId)}`,
  outbox: () => '/outbox',
  dayCheck: () => '/day-check',
  import: () => '/import',
  importInto: (draftId: DraftId) => `/import/${encodeURIComponent(draftId)}`,
  shopify: () => '/shopify',
  /** Shopify lookup, looking at once for a number. */
  findShopify: (number: string) => `/shopify/find/${encodeURIComponent(number)}`,
  customers: () => '/customers',
  customer: (code: string) => `/customers/${encodeURIComponent(code)}`,
  usage: () => '/usage',
  settings: () => '/settings',
} as const;

/** The address of a path, for links. */
export function hrefOf(path: string): string {
  return `#${path}`;
}

/** Reads a path; null when no screen has it. */
export function readPath(path: string): Route | null {
  const parts = path.split('/').slice(1).map(decodePart);
  const [first = '', second, third] = parts;
  if (parts.length === 3 && first === 'orders' && third) {
    if (second === 'find') return { screen: 'orders', look: { kind: 'find', text: third } };
    if (second === 'customer') return { screen: 'orders', look: { kind: 'customer', code: third } };
  }
  if (parts.length === 3 && first === 'shopify' && second === 'find' && third) {
    return { screen: 'shopify', find: third };
  }
  if (parts.length === 2 && second) {
    if (first === 'orders') return { screen: 'order', orderNumber: second as OrderNumber };
    if (first === 'customers') return { screen: 'customer', code: second };
    if (first === 'drafts') return { screen: 'draft', draftId: second as DraftId };
    if (first === 'import') return { screen: 'import', into: second as DraftId };
  }
  if (parts.length !== 1) return null;
  switch (first) {
    case 'orders':
      return { screen: 'orders', look: null };
    case 'import':
      return { screen: 'import', into: null };
    case 'shopify':
      return { screen: 'shopify', find: null };
    case 'new':
    case 'drafts':
    case 'outbox':
    case 'day-check':
    case 'customers':
    case 'usage':
    case 'settings':
      return { screen: first };
    default:
      return null;
  }
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Where the person is; Orders when the address leads nowhere. */
export function useScreenRoute(): Route {
  const [path] = useHashLocation();
  return readPath(path) ?? { screen: 'orders', look: null };
}

/** What Orders shall look for at once, see `paths.findOrders` and `paths.ordersOfCustomer`. The same one is the same object. */
export function useOrdersLook(): OrdersLook | null {
  const [path] = useHashLocation();
  return useMemo(() => {
    const route = readPath(path);
    return route?.screen === 'orders' ? route.look : null;
  }, [path]);
}

/** Answers a function that goes to a path; `replace` leaves no way back to where the person was. */
export function useGoTo(): (path: string, options?: { replace?: boolean }) => void {
  const [, navigate] = useHashLocation();
  return navigate;
}
