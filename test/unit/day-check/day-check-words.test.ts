import { describe, expect, it } from 'vitest';
import type { DayTotals } from '../../../shared/outbox/day-check.ts';
import {
  differenceWords,
  figure,
  furtherWords,
  summaryWords,
} from '../../../shared/outbox/day-check-words.ts';

/** As the machine's own language writes it. */
const own = (english: string) => english.replaceAll(/[,.]/g, (mark) => (mark === ',' ? group : decimal));
const group = (1_000_000).toLocaleString().replaceAll(/\d/g, '').charAt(0);
const decimal = (1.5).toLocaleString().replaceAll(/\d/g, '');

const about = { line: '2', item: 'APL-1002 × 3', field: '', sent: '', has: '' };

function totals(verdicts: Partial<DayTotals['verdicts']>): DayTotals {
  const all = { missing: 0, differs: 0, 'not-in-pims-yet': 0, 'not-checked': 0, same: 0, ...verdicts };
  const orders = Object.values(all).reduce((sum, many) => sum + many, 0);
  return { orders, lines: 412, units: '1804.5', linesInPims: 411, unitsInPims: '1800', verdicts: all };
}

describe('the words of a day check', () => {
  it('name a difference with its line, its field and both values', () => {
    expect(differenceWords({ ...about, kind: 'field', field: 'QUANTITY', sent: '3', has: '1' })).toBe(
      'Line 2 (APL-1002 × 3): QUANTITY was sent as “3” and is “1” in PIMS.',
    );
    expect(differenceWords({ ...about, kind: 'field', line: null, field: 'BNAME', sent: 'A', has: '' })).toBe(
      'The order: BNAME was sent as “A” and is empty in PIMS.',
    );
    expect(differenceWords({ ...about, kind: 'line-missing' })).toBe(
      'Line 2 (APL-1002 × 3) is not in PIMS any more.',
    );
    expect(differenceWords({ ...about, kind: 'line-missing', line: '' })).toBe(
      'A line (APL-1002 × 3) is not in PIMS any more.',
    );
  });

  it('do not blame others for a line whose arrival is in doubt', () => {
    const one = { furtherLines: 1, isAddition: false };
    expect(furtherWords({ ...one, why: '' })).toBe('PIMS has 1 line besides: others added it.');
    expect(furtherWords({ ...one, why: 'In the outbox: queued.' })).toContain('not known yet');
    expect(furtherWords({ ...one, furtherLines: 0, why: '' })).toBe('');
  });

  it('sum the day up in a sentence', () => {
    expect(summaryWords(totals({ same: 23 }))).toBe(
      `23 orders, 412 lines, ${own('1,804.5')} units submitted; all in PIMS.`,
    );
    expect(summaryWords(totals({ same: 20, differs: 2, missing: 1 }))).toBe(
      `23 orders, 412 lines, ${own('1,804.5')} units submitted: 1 is not in PIMS any more, 2 differ, 20 are the same. PIMS has 411 lines and ${own('1,800')} units of it.`,
    );
    expect(summaryWords(totals({ 'not-checked': 1 }))).toBe(
      `1 order, 412 lines, ${own('1,804.5')} units submitted: 1 is not checked.`,
    );
  });

  it.each([
    ['0', '0'],
    ['1804', '1,804'],
    ['-1234.50', '-1,234.50'],
    ['-0.5', '-0.5'],
    ['12345678901234567890.25', '12,345,678,901,234,567,890.25'],
  ])('mark the thousands of %s off, exactly', (exact, words) => {
    expect(figure(exact)).toBe(own(words));
  });
});
