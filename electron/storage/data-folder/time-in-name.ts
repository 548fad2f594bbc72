/** A time that sorts and that can stand in a file's name everywhere: `2026-06-15T10-42-07Z`. */
export function timeInName(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
}
