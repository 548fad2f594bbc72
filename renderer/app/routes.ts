import { useHashLocation } from 'wouter/use-hash-location';
import type { DraftId, OrderNumber } from '../../shared/ids.ts';

/** Where a person can be. */
export type Route =
  | { readonly screen: 'orders' /** A text to look for at once. */; readonly find: string | null }
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
  | { readonly screen: 'settings' };

/** The paths of the screens. They go behind the `#` of the page's address. */
export const paths = {
  orders: () => '/orders',
  /** Orders, looking at once for an order number or a reference. */
  findOrders: (text: string) => `/orders/find/${encodeURIComponent(text)}`,
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
  if (parts.length === 3 && first === 'orders' && second === 'find' && third) {
    return { screen: 'orders', find: third };
  }
  if (parts.length === 3 && first === 'shopify' && second === 'find' && third) {
    return { screen: 'shopify', find: third };
  }
  if (parts.length === 2 && second) {
    if (first === 'orders') return { screen: 'order', orderNumber: second as OrderNumber };
    if (first === 'drafts') return { screen: 'draft', draftId: second as DraftId };
    if (first === 'import') return { screen: 'import', into: second as DraftId };
  }
  if (parts.length !== 1) return null;
  switch (first) {
    case 'orders':
      return { screen: 'orders', find: null };
    case 'import':
      return { screen: 'import', into: null };
    case 'shopify':
      return { screen: 'shopify', find: null };
    case 'new':
    case 'drafts':
    case 'outbox':
    case 'day-check':
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
  return readPath(path) ?? { screen: 'orders', find: null };
}

/** The text that Orders shall look for at once, see `paths.findOrders`. */
export function useFindText(): string | null {
  const route = useScreenRoute();
  return route.screen === 'orders' ? route.find : null;
}

/** Answers a function that goes to a path; `replace` leaves no way back to where the person was. */
export function useGoTo(): (path: string, options?: { replace?: boolean }) => void {
  const [, navigate] = useHashLocation();
  return navigate;
}
