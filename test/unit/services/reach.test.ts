import { describe, expect, it } from 'vitest';
import { createReachKeeper } from '../../../electron/services/reach.ts';
import { DeskError, type ErrorCode, errorCodes } from '../../../shared/errors.ts';
import { connectionIdSchema } from '../../../shared/ids.ts';

const one = connectionIdSchema.parse('one');
const other = connectionIdSchema.parse('other');
const error = (code: ErrorCode) => new DeskError(code, `It is ${code}.`);

describe('the reach of a connection', () => {
  it.each([
    ['unreachable', 'unreachable'],
    ['not-pims', 'unreachable'],
    ['unknown-outcome', 'unknown'],
    ['rejected', 'reachable'],
    ['unauthorized', 'reachable'],
    ['rate-limited', 'reachable'],
  ] as const)('after %s it is %s', (code, state) => {
    const reach = createReachKeeper();
    reach.failed(one, error(code));
    expect(reach.of(one)).toEqual({ state, problem: state === 'unreachable' ? `It is ${code}.` : '' });
    expect(reach.of(other).state).toBe('unknown');
  });

  it('is left alone by what says nothing of the network', () => {
    const silent = errorCodes.filter((code) => code.startsWith('keychain') || code === 'cancelled');
    const reach = createReachKeeper();
    reach.answered(one);
    for (const code of silent) reach.failed(one, error(code));
    expect(reach.of(one).state).toBe('reachable');
  });

  it('tells of every answer, but only of changes when they are changes', () => {
    const reach = createReachKeeper();
    const heard: string[] = [];
    reach.onChange((id) => heard.push(`change ${id}`));
    const stop = reach.onAnswer((id) => heard.push(`answer ${id}`));
    reach.answered(one);
    reach.answered(one);
    stop();
    reach.answered(one);
    reach.failed(one, error('unreachable'));
    reach.forget(one);
    expect(heard).toEqual(['change one', 'answer one', 'answer one', 'change one', 'change one']);
  });
});
