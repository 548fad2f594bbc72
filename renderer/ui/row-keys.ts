/** Rows that Page Up and Page Down go over. */
const LEAP = 10;

/** The row that a key leads to from the one at `at`; undefined for a key that leads to none, and without rows. */
export function rowByKey(key: string, at: number, count: number): number | undefined {
  const wanted = wantedRow(key, at, count);
  return wanted === undefined || count === 0 ? undefined : Math.min(Math.max(wanted, 0), count - 1);
}

function wantedRow(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return at + 1;
    case 'ArrowUp':
      return at - 1;
    case 'PageDown':
      return at + LEAP;
    case 'PageUp':
      return at - LEAP;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
