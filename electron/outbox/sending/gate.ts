import { assertNever, type DeskErrorShape } from '../../../shared/errors.ts';
import type { Standing, StoredState } from '../../storage/submissions/submissions.ts';

/** Whether the queue of a connection may send. */
export type Gate =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'waiting';
      /** What ends the wait besides time: an answer of PIMS to any call. */
      readonly untilAnswer: boolean;
      readonly problem: DeskErrorShape;
      readonly nextTryAt: string;
      readonly callOff: () => void;
    }
  | {
      readonly kind: 'held';
      /** PIMS refuses writes, whatever it answers to reads: only a person can tell that it is worth another try. */
      readonly untilPerson: boolean;
      readonly problem: DeskErrorShape;
    }
  /** The disk failed. */
  | { readonly kind: 'stopped'; readonly problem: DeskErrorShape }
  | { readonly kind: 'closed' };

/**
 * What follows for a queue when the network changed or the machine woke up, which nobody decided: only what may have got better
 * by that is tried again. PIMS's own pause is kept, a refused secret and a failed disk are left to a person.
 */
export function afterNewSurroundings(gate: Gate, now: Date): 'open' | 'ask' | 'stay' {
  switch (gate.kind) {
    case 'open':
      return 'open';
    case 'waiting':
      if (gate.untilAnswer) return 'ask';
      // The machine's timers slept with it, and the time that PIMS asked for has passed all the same.
      return Date.parse(gate.nextTryAt) <= now.getTime() ? 'open' : 'stay';
    case 'held':
      return gate.untilPerson || needsPerson(gate.problem) ? 'stay' : 'ask';
    case 'stopped':
    case 'closed':
      return 'stay';
    default:
      return assertNever(gate);
  }
}

/** Another place or another hour mends a locked keychain and a network's sign-in page, but no refused secret. */
function needsPerson({ code }: DeskErrorShape): boolean {
  return code === 'unauthorized' || code === 'secret-missing';
}

interface Move {
  readonly from: readonly StoredState[];
  readonly to: Standing;
}

/** How submissions stand that are not being sent, as a person is shown them; null when the gate changes nothing. */
export function standingBehind(gate: Gate): Move | null {
  switch (gate.kind) {
    case 'open':
      return { from: ['waiting', 'held'], to: { state: 'queued' } };
    case 'waiting': {
      const { problem, nextTryAt } = gate;
      return { from: ['queued', 'waiting', 'held'], to: { state: 'waiting', problem, nextTryAt } };
    }
    case 'held':
      return { from: ['queued', 'waiting', 'held'], to: { state: 'held', problem: gate.problem } };
    case 'stopped':
    case 'closed':
      return null;
    default:
      return assertNever(gate);
  }
}
