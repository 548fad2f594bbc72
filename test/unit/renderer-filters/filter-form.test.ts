import { describe, expect, it } from 'vitest';
import {
  type FilterRow,
  formOf,
  newFilterRow,
  readFilterForm,
} from '../../../renderer/filters/filter-form.ts';

const row = (change: Partial<FilterRow>): FilterRow => ({ ...newFilterRow(), ...change });

describe('readFilterForm', () => {
  it('spells field names as PIMS does and leaves values as typed', () => {
    const reading = readFilterForm({
      rows: [row({ field: 'customer code', value: ' m-1000 ', contains: false })],
      maxReturn: '100',
    });
    expect(reading).toEqual({
      ok: true,
      query: {
        filters: [{ field: 'CUSTOMER_CODE', value: ' m-1000 ', contains: false, conjunction: 'AND' }],
        maxReturn: 100,
      },
    });
  });

  it('leaves out rows into which nothing was typed', () => {
    expect(readFilterForm({ rows: [row({}), row({})], maxReturn: '5' })).toEqual({
      ok: true,
      query: { filters: [], maxReturn: 5 },
    });
  });

  it('names every row that lacks a field or has an impossible one, and a wrong number, at once', () => {
    const valueOnly = row({ value: 'x' });
    const wrong = row({ field: '9lives', value: 'x' });
    const reading = readFilterForm({ rows: [valueOnly, wrong], maxReturn: '5001' });
    expect(reading.ok).toBe(false);
    if (reading.ok) return;
    expect(Object.keys(reading.problems.rows)).toEqual([valueOnly.id, wrong.id]);
    expect(reading.problems.maxReturn).toMatch(/from 1 to 5,000/);
  });

  it.each(['', '0', '-1', '2.5', '1e3', 'many'])('refuses to return at most “%s”', (maxReturn) => {
    expect(readFilterForm({ rows: [], maxReturn }).ok).toBe(false);
  });

  it('reads the query again that a form was made of', () => {
    const query = {
      filters: [
        { field: 'ORDER_NUMBER', value: '54', contains: true, conjunction: 'AND' as const },
        { field: 'BNAME', value: 'acme', contains: false, conjunction: 'OR' as const },
      ],
      maxReturn: 250,
    };
    expect(readFilterForm(formOf(query))).toEqual({ ok: true, query });
  });
});
