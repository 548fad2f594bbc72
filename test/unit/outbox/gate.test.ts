import { describe, expect, it } from 'vitest';
import { afterNewSurroundings, type Gate } from '../../../electron/outbox/sending/gate.ts';
import { DeskError, type ErrorCode, errorCodes, isKeychainCode } from '../../../shared/errors.ts';

const now = new Date('2026-11-25T12:00:00.000Z');
const later = '2026-11-25T12:00:00.001Z';

function waiting(untilAnswer: boolean, nextTryAt: string): Gate {
  const problem = new DeskError(untilAnswer ? 'unreachable' : 'rate-limited', 'words').toShape();
  return { kind: 'waiting', untilAnswer, nextTryAt, problem, callOff: () => undefined };
}

function held(code: ErrorCode, untilPerson: boolean): Gate {
  return { kind: 'held', untilPerson, problem: new DeskError(code, 'words').toShape() };
}

describe('after the network changed or the machine woke up', () => {
  it('PIMS that could not be reached is asked, before anything is sent', () => {
    expect(afterNewSurroundings(waiting(true, later), now)).toBe('ask');
  });

  it('PIMS is left in peace for as long as it said, and no longer, though the timers slept', () => {
    expect(afterNewSurroundings(waiting(false, later), now)).toBe('stay');
    expect(afterNewSurroundings(waiting(false, now.toISOString()), now)).toBe('open');
  });

  it('what a read met is asked anew, but for what only a person can mend', () => {
    const left = errorCodes.filter((code) => afterNewSurroundings(held(code, false), now) === 'stay');
    expect(left).toEqual(['unauthorized', 'secret-missing']);
    expect(errorCodes.filter(isKeychainCode).every((code) => !left.includes(code))).toBe(true);
  });

  it('what a write met stays until a person has seen to it', () => {
    for (const code of errorCodes) expect(afterNewSurroundings(held(code, true), now)).toBe('stay');
  });

  it('a queue that the disk stopped stays so, and one that sends goes on', () => {
    const problem = new DeskError('internal', 'words').toShape();
    expect(afterNewSurroundings({ kind: 'stopped', problem }, now)).toBe('stay');
    expect(afterNewSurroundings({ kind: 'closed' }, now)).toBe('stay');
    expect(afterNewSurroundings({ kind: 'open' }, now)).toBe('open');
  });
});
