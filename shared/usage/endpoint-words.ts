/* By the names that the usage meter counts under. */
const words: Readonly<Record<string, string>> = {
  'orders/single': 'Order opened',
  'orders/query': 'Orders searched',
  'orders/create': 'Order created',
  'orders/line_item add': 'Line added to an order',
  'orders/line_item update': 'Line of an order changed',
  'orders/by_shopify_reference': 'Shopify order looked up',
  'inventory/query': 'Parts searched',
  'customers/query': 'Customers searched',
};

/** What a request to an endpoint does, in words; null for one that this version does not know. */
export function endpointWords(endpoint: string): string | null {
  return words[endpoint] ?? null;
}
