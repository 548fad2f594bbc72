import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnAffixes } from '../../../shared/scanning/learn-affixes.ts';

describe('a test scan', () => {
  it.each([
    ['194253401234', '194253401234', '', ''],
    ['*194253401234#', '194253401234', '*', '#'],
    [']E0194253401234', '194253401234', ']E0', ''],
    ['ABC-1\u001d', 'ABC-1', '', '\u001d'],
    ['*0194253715375', '194253715375', '*', ''],
    ['194253715375', '0194253715375', '', ''],
  ])('%j of %j tells the prefix %j and the suffix %j', (raw, known, prefix, suffix) => {
    expect(learnAffixes(raw, known)).toEqual({ ok: true, prefix, suffix });
  });

  it.each([
    ['abc-1', 'ABC-1', 'Caps Lock'],
    ['999', 'ABC-1', 'does not hold ABC-1'],
    ['1212', '12', 'more than once'],
    ['121', ' ', 'Say first'],
  ])('%j of %j tells what is wrong', (raw, known, problem) => {
    expect(learnAffixes(raw, known)).toEqual({ ok: false, problem: expect.stringContaining(problem) });
  });

  it('finds whatever stands around a code that is not in it', () => {
    const around = fc.stringMatching(/^[*#!\]]{0,5}$/);
    fc.assert(
      fc.property(around, fc.stringMatching(/^[A-Z]{4,12}$/), around, (prefix, code, suffix) => {
        expect(learnAffixes(`${prefix}${code}${suffix}`, code)).toEqual({ ok: true, prefix, suffix });
      }),
    );
  });
});
