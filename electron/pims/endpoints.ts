/** The one place for PIMS's paths below `/tenant/api/pims/v1` (pims-orders, pims-more). */
export const endpoints = {
  'orders/single': {
    method: 'GET',
    path: 'orders/single',
    effect: 'read',
    doing: 'read the order',
    done: 'the order was read',
  },
  'orders/query': {
    method: 'POST',
    path: 'orders/query',
    effect: 'read',
    doing: 'search the orders',
    done: 'the orders were searched',
  },
  'orders/create': {
    method: 'PUT',
    path: 'orders/create',
    effect: 'write',
    doing: 'create the order',
    done: 'the order was created',
  },
  'orders/line_item add': {
    method: 'PUT',
    path: 'orders/line_item',
    effect: 'write',
    doing: 'add the line',
    done: 'the line was added',
  },
  'orders/line_item update': {
    method: 'POST',
    path: 'orders/line_item',
    effect: 'write',
    doing: 'change the line',
    done: 'the line was changed',
  },
  'inventory/query': {
    method: 'POST',
    path: 'inventory/query',
    effect: 'read',
    doing: 'search the inventory',
    done: 'the inventory was searched',
  },
  'orders/by_shopify_reference': {
    method: 'GET',
    path: 'orders/by_shopify_reference',
    effect: 'read',
    doing: 'look the Shopify order up',
    done: 'the Shopify order was looked up',
  },
  'customers/query': {
    method: 'POST',
    path: 'customers/query',
    effect: 'read',
    doing: 'search the customers',
    done: 'the customers were searched',
  },
} as const satisfies Record<string, EndpointShape>;

interface EndpointShape {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  /** A read may be sent again; a write never without looking first whether it arrived. */
  readonly effect: 'read' | 'write';
  /** For sentences: “PIMS refused to …”, “it is not known whether …”. */
  readonly doing: string;
  readonly done: string;
}

/** Also the name under which the usage meter counts. */
export type EndpointName = keyof typeof endpoints;

/** True where PIMS answers with the record itself, not wrapped in its envelope (pims-shopify-lookup: Response). */
export function isBare(endpoint: EndpointName): boolean {
  return endpoint === 'orders/by_shopify_reference';
}
