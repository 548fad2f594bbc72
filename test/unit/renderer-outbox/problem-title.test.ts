import { expect, it } from 'vitest';
import { problemTitle } from '../../../renderer/outbox/submission/problem-title.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
import type { SubmissionState } from '../../../shared/outbox/submission.ts';

it.each<[SubmissionState, ErrorCode, string]>([
  ['waiting', 'unreachable', 'Goes on by itself when PIMS answers'],
  ['waiting', 'rate-limited', 'Goes on by itself after the pause'],
  ['checking', 'unreachable', 'PIMS can’t be asked now: it is checked when PIMS answers'],
  ['checking', 'rate-limited', 'PIMS asks for a pause: it is checked after it'],
  ['held', 'unauthorized', 'Held until this is mended'],
  ['held', 'conflict', 'Held until you have chosen'],
  ['needs-attention', 'rejected', 'This order needs attention'],
])('of %s because of %s it says: %s', (state, code, title) => {
  expect(problemTitle({ state, problem: { code, message: '', details: {} } })).toBe(title);
});
