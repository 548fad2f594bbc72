import type { DeskStatus } from '../../../shared/status.ts';

interface Surroundings {
  readonly reach: DeskStatus['reach'];
  /** A person has paused the connection. */
  readonly isPaused: boolean;
}

/** What saving will do, where that depends on how the connection stands. */
export function savingWords({ reach, isPaused }: Surroundings): string {
  const first =
    'the order is read once more first, and you are asked about what somebody else has changed meanwhile';
  if (isPaused) return `Sending is paused: it waits in the outbox until you let it go on. Then ${first}.`;
  if (reach === 'unreachable') {
    return `PIMS can’t be reached now: it waits in the outbox and goes by itself as soon as PIMS answers. Then ${first}.`;
  }
  return `Only the fields listed here are sent; ${first}.`;
}
