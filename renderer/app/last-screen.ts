import { useEffect } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { useChangePreferences } from './preferences.ts';
import { hrefOf, paths, readPath } from './routes.ts';

/** Before the first draw: goes to the screen shown last, or to Orders when there is no such screen any more. */
export function goToFirstScreen(lastScreen: string): void {
  // A page that was reloaded has its place already.
  if (location.hash.length > 1) return;
  const path = isWorthKeeping(lastScreen) ? lastScreen : paths.orders();
  history.replaceState(null, '', hrefOf(path));
}

/** Remembers the screen for the next start. */
export function useRememberScreen(): void {
  const [path] = useHashLocation();
  const changePreferences = useChangePreferences();
  useEffect(() => {
    if (isWorthKeeping(path)) changePreferences({ lastScreen: path });
  }, [path, changePreferences]);
}

/** A screen to come back to: not the making of a draft, nor a search done in passing. */
function isWorthKeeping(path: string): boolean {
  const route = readPath(path);
  if (route === null || route.screen === 'new') return false;
  if (route.screen === 'orders') return route.look === null;
  return route.screen !== 'shopify' || route.find === null;
}
