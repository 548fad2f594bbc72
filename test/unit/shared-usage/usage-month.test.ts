import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endpoints } from '../../../electron/pims/endpoints.ts';
import { endpointWords } from '../../../shared/usage/endpoint-words.ts';
import { purposes, purposeWords } from '../../../shared/usage/purpose.ts';
import { sumMonth } from '../../../shared/usage/usage-month.ts';

const count = fc.record({
  day: fc
    .integer({ min: 1, max: 60 })
    .map((number) => new Date(Date.UTC(2026, 10, number)).toISOString().slice(0, 10)),
  endpoint: fc.constantFrom(...Object.keys(endpoints)),
  purpose: fc.constantFrom(...purposes, 'unknown' as const),
  requests: fc.integer({ min: 1, max: 100_000 }),
});

describe('the sums of a month', () => {
  it('are the same by day, endpoint and purpose, and leave other months out', () => {
    fc.assert(
      fc.property(fc.array(count), (counts) => {
        const { requests, days, endpoints: byEndpoint, purposes: byPurpose } = sumMonth('2026-11', counts);
        const ofMonth = counts.filter(({ day }) => day.startsWith('2026-11'));
        expect(requests).toBe(total(ofMonth));
        expect(total(days)).toBe(requests);
        expect(total(byEndpoint)).toBe(requests);
        expect(total(byPurpose)).toBe(requests);
        expect(days).toHaveLength(30);
        expect(new Set(byEndpoint.map(({ endpoint }) => endpoint)).size).toBe(byEndpoint.length);
      }),
    );
  });

  it('add up what is counted twice, the most used endpoint first', () => {
    const sums = sumMonth('2026-11', [
      { day: '2026-11-03', endpoint: 'orders/query', purpose: 'orders', requests: 2 },
      { day: '2026-11-03', endpoint: 'orders/single', purpose: 'sending', requests: 4 },
      { day: '2026-11-03', endpoint: 'orders/query', purpose: 'sending', requests: 3 },
    ]);
    expect(sums.days[2]).toEqual({ day: '2026-11-03', requests: 9 });
    expect(sums.endpoints).toEqual([
      { endpoint: 'orders/query', requests: 5 },
      { endpoint: 'orders/single', requests: 4 },
    ]);
    expect(sums.purposes).toEqual([
      { purpose: 'sending', requests: 7 },
      { purpose: 'orders', requests: 2 },
    ]);
  });
});

describe('the words for endpoints', () => {
  it.each(Object.keys(endpoints))('there are some for %s', (endpoint) => {
    expect(endpointWords(endpoint)).not.toBeNull();
  });

  it('there are none for one that nobody knows', () => {
    expect(endpointWords('orders/burn')).toBeNull();
  });
});

describe('the words for purposes', () => {
  it('differ', () => {
    expect(new Set([...purposes, 'unknown' as const].map(purposeWords)).size).toBe(purposes.length + 1);
  });
});

function total(counts: readonly { readonly requests: number }[]): number {
  return counts.reduce((sum, { requests }) => sum + requests, 0);
}
