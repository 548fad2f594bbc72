import { describe, expect, it } from 'vitest';
import { afterFailedRead, afterFailedStep } from '../../../electron/outbox/sending/after-step.ts';
import { DeskError, type ErrorCode, errorCodes } from '../../../shared/errors.ts';

const error = (code: ErrorCode, details = {}) => new DeskError(code, 'words', details);

describe('after a failed write', () => {
  it('only what PIMS has certainly not got is ever sent again', () => {
    const again = errorCodes.filter((code) => afterFailedStep(error(code)).kind === 'not-applied');
    expect(again).toEqual([
      'unreachable',
      'unauthorized',
      'rate-limited',
      'secret-missing',
      'keychain-unavailable',
      'keychain-locked',
      'keychain-cancelled',
      'keychain-denied',
      'keychain-full',
      'keychain-secret-too-long',
      'keychain-mismatch',
    ]);
  });

  it('waits by itself for the network and for PIMS, and for a person with credentials', () => {
    expect(afterFailedStep(error('unreachable'))).toMatchObject({ next: 'wait', retryAfterMs: null });
    expect(afterFailedStep(error('rate-limited', { retryAfterMs: 7_000 }))).toMatchObject({
      retryAfterMs: 7_000,
    });
    expect(afterFailedStep(error('unauthorized'))).toMatchObject({ next: 'hold' });
  });

  it('takes a no of PIMS for a no', () => {
    expect(afterFailedStep(error('rejected'))).toEqual({ kind: 'rejected' });
  });

  it('takes an answer that is not PIMS’s for unknown, unless nothing was sent', () => {
    expect(afterFailedStep(error('not-pims'))).toEqual({ kind: 'unknown', holdConnection: true });
    expect(afterFailedStep(error('not-pims', { applied: 'unknown' }))).toMatchObject({ kind: 'unknown' });
    expect(afterFailedStep(error('not-pims', { applied: 'no' }))).toEqual({
      kind: 'not-applied',
      next: 'hold',
    });
  });

  it.each(['unknown-outcome', 'cancelled', 'internal', 'not-found', 'conflict', 'invalid-input'] as const)(
    'takes %s for unknown',
    (code) => {
      expect(afterFailedStep(error(code))).toEqual({ kind: 'unknown', holdConnection: false });
    },
  );
});

describe('after a failed read', () => {
  it.each([
    ['rejected', 'go-on'],
    ['unreachable', 'wait'],
    ['unknown-outcome', 'wait'],
    ['rate-limited', 'wait'],
    ['not-pims', 'hold'],
    ['unauthorized', 'hold'],
    ['keychain-locked', 'hold'],
  ] as const)('%s: %s', (code, next) => {
    expect(afterFailedRead(error(code)).next).toBe(next);
  });
});
