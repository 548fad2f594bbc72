import { app } from 'electron';

/**
 * Makes this the only running Order Desk of its data folder. False when another one runs already; that one is told,
 * with the arguments of the second start, and shows itself by its own `onSecondStart`.
 */
export function claimSingleInstance(onSecondStart: (args: readonly string[]) => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, args) => onSecondStart(args));
  return true;
}
