/**
 * Whether a Host header names this machine itself. A web page whose name was made to point to
 * 127.0.0.1 (DNS rebinding) sends its own name here, and is refused.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i.test(host ?? '');
}
