export type JsonReading = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

/** A string (kept as it is) or a number outside of strings. */
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Parses JSON so that numbers keep the digits that PIMS wrote: what JavaScript would change (`6.10`, order numbers
 * beyond 2^53) becomes text. PIMS documents every value as text anyway (pims-orders).
 */
export function parseJson(text: string): JsonReading {
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value: /[[:,]\s*-?\d/.test(text) ? JSON.parse(quoteInexact(text)) : value };
  } catch {
    return { ok: false };
  }
}

function quoteInexact(json: string): string {
  return json.replace(STRING_OR_NUMBER, (token) =>
    token.startsWith('"') || String(Number(token)) === token ? token : `"${token}"`,
  );
}
