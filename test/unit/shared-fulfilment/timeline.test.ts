import { describe, expect, it } from 'vitest';
import { pimsDay, timelineOf } from '../../../shared/fulfilment/timeline.ts';
import { record } from './records.ts';

describe('timelineOf', () => {
  it('goes from the quote to the invoice, changes after their making, what has no date last', () => {
    const day = (date: string) => `2026-02-${date}T05:00:00.000Z`;
    const records = [
      record('invoice', [], { createdAt: day('20'), modifiedAt: day('25') }),
      record('sales_order', [], { createdAt: day('20'), modifiedAt: day('20') }),
      record('quote', [], { createdAt: day('19'), modifiedAt: null }),
      record('worksheet', []),
      record('unheard of', [], { createdAt: 'some day', modifiedAt: day('21') }),
    ];
    expect(timelineOf(records)).toEqual([
      { record: 2, what: 'created', at: day('19') },
      { record: 1, what: 'created', at: day('20') },
      { record: 0, what: 'created', at: day('20') },
      { record: 4, what: 'changed', at: day('21') },
      { record: 0, what: 'changed', at: day('25') },
      { record: 3, what: 'created', at: null },
      { record: 4, what: 'created', at: 'some day' },
    ]);
    expect(timelineOf([])).toEqual([]);
  });
});

describe('pimsDay', () => {
  it('is the day that PIMS means, at whatever place the desk stands', () => {
    expect(pimsDay('2026-02-25T05:00:00.000Z')).toBe('2026-02-25');
    expect(pimsDay('2026-07-01T04:00:00Z')).toBe('2026-07-01');
    expect(pimsDay('2026-02-25')).toBe('2026-02-25');
  });

  it('is none for a time of day, or for what is no time', () => {
    expect(pimsDay('2026-02-25T05:30:00.000Z')).toBeNull();
    expect(pimsDay('2026-02-25T17:00:00.000Z')).toBeNull();
    expect(pimsDay('some day')).toBeNull();
  });
});
