import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateText, readPeriod } from '../../../renderer/day-check/period.ts';

const now = new Date(2026, 5, 17, 14, 30);
const local = (month: number, day: number) => new Date(2026, month - 1, day).toISOString();

describe('the days to be checked', () => {
  it('are whole days by the clock of this machine', () => {
    expect(readPeriod({ kind: 'today' }, now, 1)).toEqual({
      ok: true,
      period: { from: local(6, 17), until: local(6, 18) },
    });
    expect(readPeriod({ kind: 'yesterday' }, now, 1)).toEqual({
      ok: true,
      period: { from: local(6, 16), until: local(6, 17) },
    });
  });

  it.each([
    [1, 15],
    [0, 14],
    [6, 13],
    [3, 17],
  ])('begin a week on the day on which it begins here: %i', (firstWeekday, day) => {
    expect(readPeriod({ kind: 'week' }, now, firstWeekday)).toEqual({
      ok: true,
      period: { from: local(6, day), until: local(6, day + 7) },
    });
  });

  it('go from the first to the last that a person names, both included', () => {
    expect(readPeriod({ kind: 'days', from: '2026-05-30', to: '2026-06-02' }, now, 1)).toEqual({
      ok: true,
      period: { from: local(5, 30), until: local(6, 3) },
    });
  });

  it.each([
    ['', '2026-06-02', 'Enter both dates.'],
    ['2026-06-02', '2026-02-30', 'Enter both dates.'],
    ['2026-06-03', '2026-06-02', 'The first day is after the last.'],
  ])('from %j to %j are none', (from, to, problem) => {
    expect(readPeriod({ kind: 'days', from, to }, now, 1)).toEqual({ ok: false, problem });
  });

  it('hold every moment of the day, also where the clock is put forward or back', () => {
    const moment = fc.date({ min: new Date(2020, 0, 1), max: new Date(2030, 0, 1), noInvalidDate: true });
    fc.assert(
      fc.property(moment, (at) => {
        const day = dateText(at);
        const reading = readPeriod({ kind: 'days', from: day, to: day }, now, 1);
        if (!reading.ok) throw new Error(reading.problem);
        expect(Date.parse(reading.period.from)).toBeLessThanOrEqual(at.getTime());
        expect(at.getTime()).toBeLessThan(Date.parse(reading.period.until));
        expect(readPeriod({ kind: 'today' }, at, 1)).toEqual(reading);
      }),
    );
  });
});
