/**
 * The best of what a search brought, then the others, at most `limit`: PIMS also finds what stands in the middle of a
 * word, which a completion would not offer.
 */
export function searchedFirst<R>(best: readonly R[], all: readonly R[], limit: number): R[] {
  const isBest = new Set(best);
  return [...best, ...all.filter((record) => !isBest.has(record))].slice(0, limit);
}
