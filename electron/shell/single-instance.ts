import { app } from 'electron';

/**
 * Makes this the only running Order Desk of its data folder. False when another one runs already; that one is told,
 * and shows itself by its own `onSecondStart`.
 */
export function claimSingleInstance(onSecondStart: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', onSecondStart);
  return true;
}
