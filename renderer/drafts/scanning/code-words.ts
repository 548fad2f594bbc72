/** A code as it can be read: separators of 2D codes have no sign of their own. */
export function readableCode(code: string): string {
  return code.replace(/\p{Cc}+/gu, '·');
}
