/**
 * The origin of an address, such as `https://example.com`; empty when it has none. `URL.origin` won't do: for our own
 * scheme, of which Node knows nothing, it is "null".
 */
export function originOf(address: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(address)?.[0] ?? '';
}
