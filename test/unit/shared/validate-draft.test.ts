import { describe, expect, it } from 'vitest';
import { isBlankLine, linesToSend, validateDraft } from '../../../shared/drafts/validate-draft.ts';
import { draftLineIdSchema } from '../../../shared/ids.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';

const line = (id: string, fields: PimsFields) => ({ id: draftLineIdSchema.parse(id), fields });
const good = line('a', { PART_CODE: 'MDVQ4LL/A', QUANTITY: '5' });

function problemsOf(header: PimsFields, lines: ReturnType<typeof line>[]) {
  return validateDraft({ header, lines });
}

describe('checking a draft', () => {
  it('finds nothing wrong with a customer and a line', () => {
    expect(problemsOf({ CUSTOMER_CODE: 'M-1000' }, [good])).toEqual([]);
  });

  it('asks for a customer and a line, and tells all at once', () => {
    expect(problemsOf({ CUSTOMER_CODE: '  ' }, [line('a', { PART_CODE: ' ' })])).toEqual([
      { place: { kind: 'header', field: 'CUSTOMER_CODE' }, message: expect.any(String) },
      { place: { kind: 'lines' }, message: expect.any(String) },
    ]);
  });

  it('leads to the line and field of each problem', () => {
    const lines = [good, line('blank', {}), line('c', { QUANTITY: 'x' })];
    const places = problemsOf({ CUSTOMER_CODE: 'M-1000' }, lines).map(({ place }) => place);
    expect(places).toEqual([
      { kind: 'line', lineId: 'c', lineIndex: 2, field: 'PART_CODE' },
      { kind: 'line', lineId: 'c', lineIndex: 2, field: 'QUANTITY' },
    ]);
  });

  it('accepts a line with a description alone', () => {
    expect(
      problemsOf({ CUSTOMER_CODE: 'M-1000' }, [line('a', { DESCRIPTION: 'Labour', QUANTITY: '1' })]),
    ).toEqual([]);
  });

  it.each(['FUNCTION', 'ORDER_NUMBER'])('refuses %s, which PIMS sets itself, unless it is blank', (field) => {
    const header = { CUSTOMER_CODE: 'M-1000', [field]: 'x' };
    expect(problemsOf(header, [good])).toEqual([
      { place: { kind: 'header', field }, message: expect.any(String) },
    ]);
    expect(problemsOf({ ...header, [field]: ' ' }, [good])).toEqual([]);
  });

  it('refuses what is no field name', () => {
    const header = { CUSTOMER_CODE: 'M-1000', 'NOT A FIELD': 'x' };
    expect(problemsOf(header, [good]).map(({ message }) => message)).toEqual([
      '“NOT A FIELD” is not a PIMS field name.',
    ]);
  });
});

describe('blank lines', () => {
  it('are those in which nothing but blanks was typed, and are not sent', () => {
    expect(isBlankLine({})).toBe(true);
    expect(isBlankLine({ PART_CODE: ' \t', QUANTITY: '' })).toBe(true);
    expect(isBlankLine({ PART_CODE: '0' })).toBe(false);
    expect(linesToSend([line('a', {}), good, line('b', { DESCRIPTION: ' ' })])).toEqual([good]);
  });
});
