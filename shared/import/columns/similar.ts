/** Whether two compact headings differ by a slip of the pen: one sign in five to eight, two in more. */
export function isSimilar(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < 5) return false;
  const most = shorter < 9 ? 1 : 2;
  return Math.abs(one.length - other.length) <= most && distance(one, other) <= most;
}

/** Levenshtein’s: how many signs have to be put in, taken out or exchanged. */
function distance(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 0; i < one.length; i += 1) {
    const row = [i + 1];
    for (let j = 0; j < other.length; j += 1) {
      const exchanged = (before[j] ?? 0) + (one[i] === other[j] ? 0 : 1);
      row.push(Math.min(exchanged, (before[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    }
    before = row;
  }
  return before.at(-1) ?? 0;
}
