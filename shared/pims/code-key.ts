/**
 * Two codes of the same key name the same part, or the same customer: PIMS takes part codes in upper and lower case
 * (pims-more), and its filters compare so.
 */
export function codeKey(code: string): string {
  return code.trim().toUpperCase();
}
