import { describe, expect, it } from 'vitest';
import { type Confirmable, confirmableKinds } from '../../../shared/drafts/draft.ts';
import {
  isBlankLine,
  linesToSend,
  problemsLeft,
  validateDraft,
} from '../../../shared/drafts/validate-draft.ts';
import { draftLineIdSchema, orderNumberSchema } from '../../../shared/ids.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';

const line = (id: string, fields: PimsFields) => ({ id: draftLineIdSchema.parse(id), fields });
const good = line('a', { PART_CODE: 'MDVQ4LL/A', QUANTITY: '5' });

const newOrder = { header: {}, lines: [], changes: [], target: null, inPims: null };

function problemsOf(header: PimsFields, lines: ReturnType<typeof line>[]) {
  return validateDraft({ ...newOrder, header, lines });
}

describe('checking a draft', () => {
  it('finds nothing wrong with a customer and a line', () => {
    expect(problemsOf({ CUSTOMER_CODE: 'M-1000' }, [good])).toEqual([]);
  });

  it('asks for a customer and a line, and tells all at once', () => {
    expect(problemsOf({ CUSTOMER_CODE: '  ' }, [line('a', { PART_CODE: ' ' })])).toEqual([
      {
        place: { kind: 'header', field: 'CUSTOMER_CODE' },
        message: expect.any(String),
        confirmable: 'no-customer',
      },
      { place: { kind: 'lines' }, message: expect.any(String), confirmable: 'no-lines' },
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
      { place: { kind: 'header', field }, message: expect.any(String), confirmable: null },
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

describe('what a person may submit knowingly', () => {
  const draft = { ...newOrder, header: { BNAME: 'Acme' } };

  it('stands until all of it is confirmed', () => {
    const left = (...confirmed: Confirmable[]) =>
      problemsLeft(draft, confirmed).map(({ confirmable }) => confirmable);
    expect(left()).toEqual(['no-customer', 'no-lines']);
    expect(left('no-customer', 'duplicate-reference')).toEqual(['no-lines']);
    expect(left('no-customer', 'no-lines')).toEqual([]);
  });

  it('does not cover anything else', () => {
    const wrong = { ...draft, lines: [line('a', { PART_CODE: 'P', QUANTITY: '0' })] };
    expect(problemsLeft(wrong, [...confirmableKinds])).toMatchObject([{ place: { field: 'QUANTITY' } }]);
  });

  it('is not asked of an order that PIMS has begun, whose header is fixed', () => {
    const inPims = { orderNumber: orderNumberSchema.parse('54321'), lineIds: [] };
    expect(validateDraft({ ...draft, lines: [good], inPims })).toEqual([]);
  });
});

describe('a draft for an order that PIMS has', () => {
  const forOrder = { ...newOrder, target: orderNumberSchema.parse('54321') };
  const change = (fields: PimsFields, base: PimsFields = { PART_CODE: 'P', QUANTITY: '5' }) => ({
    lineNumber: '3',
    base,
    fields,
  });
  const fieldsOf = (fields: PimsFields, base?: PimsFields) =>
    validateDraft({ ...forOrder, changes: [change(fields, base)] }).map(({ place }) => place);

  it('needs no customer, but a new line or a change', () => {
    expect(validateDraft(forOrder)).toEqual([
      { place: { kind: 'lines' }, message: expect.stringContaining('nothing to send'), confirmable: null },
    ]);
    expect(validateDraft({ ...forOrder, lines: [good] })).toEqual([]);
    expect(validateDraft({ ...forOrder, changes: [change({ QUANTITY: '6' })] })).toEqual([]);
  });

  it('takes only changes that PIMS could take', () => {
    const at = (field: string) => [{ kind: 'change', lineNumber: '3', field }];
    expect(fieldsOf({ QUANTITY: '0' })).toEqual(at('QUANTITY'));
    expect(fieldsOf({ QUANTITY: '' })).toEqual(at('QUANTITY'));
    expect(fieldsOf({ NUMBER_SHIPPED: '2' })).toEqual(at('NUMBER_SHIPPED'));
    expect(fieldsOf({ 'NO FIELD': '2' })).toEqual(at('NO FIELD'));
    expect(fieldsOf({ DESCRIPTION: '' })).toEqual([]);
    expect(fieldsOf({ DESCRIPTION: ' ' }, { DESCRIPTION: 'Labour', QUANTITY: '1' })).toEqual(
      at('DESCRIPTION'),
    );
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
