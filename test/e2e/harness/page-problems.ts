import type { BrowserContext } from '@playwright/test';

/** What went wrong in the page without anybody asking: uncaught errors, console errors, refusals of the CSP. */
export interface PageProblems {
  /** From now on a problem that matches is no problem: the test provokes it. */
  allow(pattern: RegExp): void;
  /** Everything that was seen, as text. */
  seen(): readonly string[];
  /** What was seen and not allowed. */
  unexpected(): string[];
}

/** Listens on the context, which is there before the first page is. */
export function collectPageProblems(context: BrowserContext): PageProblems {
  const seen: string[] = [];
  const allowed: RegExp[] = [];
  context.on('weberror', (error) => seen.push(`Uncaught: ${error.error().stack ?? error.error().message}`));
  // Chromium reports refusals of the content security policy as console errors.
  context.on('console', (message) => {
    if (message.type() === 'error') seen.push(`Console: ${message.text()}`);
  });
  return {
    allow: (pattern) => allowed.push(pattern),
    seen: () => seen,
    unexpected: () => seen.filter((problem) => !allowed.some((pattern) => pattern.test(problem))),
  };
}
