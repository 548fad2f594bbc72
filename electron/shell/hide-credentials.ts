const HIDDEN = '[hidden]';

/**
 * Takes out of a log line what looks like credentials, whoever wrote it: Authorization values, secrets in addresses
 * or JSON, user names and passwords in addresses. A second net: known secrets are hidden by the log itself.
 */
export function hideCredentials(text: string): string {
  return text
    .replace(/\b(Basic|Bearer)\s+[A-Za-z0-9+/=._~-]{6,}/gi, `$1 ${HIDDEN}`)
    .replace(/\b(api_?secret|password|secret)(["']?\s*[=:]\s*["']?)[^\s"'&,}]+/gi, `$1$2${HIDDEN}`)
    .replace(/\/\/[^/\s@"']+@/g, `//${HIDDEN}@`);
}
