import { DeskError } from '../../shared/errors.ts';

/** What the person is told when Order Desk can't start. */
export interface StartFailure {
  readonly message: string;
  readonly detail: string;
}

/** Puts an error at the start in words: our own errors speak for themselves, of others the log has the rest. */
export function describeStartFailure(error: unknown, logFile: string): StartFailure {
  const message = 'Order Desk can’t start.';
  if (error instanceof DeskError && error.code !== 'internal') return { message, detail: error.message };
  const cause = systemCause(error);
  return {
    message,
    detail: `${cause} What you typed before is kept. The log says more: ${logFile}`,
  };
}

function systemCause(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOSPC':
      return 'The disk is full. Make room on it, then start Order Desk again.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'It may not write in its data folder. Ask whoever looks after this computer to allow it.';
    default:
      return 'Something went wrong inside Order Desk. Start it again; if that does not help, send us the log.';
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
