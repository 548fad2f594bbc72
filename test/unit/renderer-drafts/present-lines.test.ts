import { describe, expect, it } from 'vitest';
import {
  changeWords,
  isFixedField,
  presentCell,
  presentColumns,
  presentLines,
} from '../../../renderer/drafts/present-lines/present-lines.ts';
import type { OrderLine } from '../../../shared/orders/order.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';

const line = (number: string, fields: PimsFields = {}): OrderLine => ({
  fields: { LINE_NUMBER: number, PART_CODE: 'P-1', QUANTITY: '5', LINE_REF_LOCK_CODE: 'secret', ...fields },
  lock: { state: 'open' },
});
const change = (lineNumber: string, fields: PimsFields, base: PimsFields = { QUANTITY: '5' }) => ({
  lineNumber,
  base,
  fields,
});

describe('the lines of an order beside a draft’s changes', () => {
  it('keep the line as it was when its change was begun, and never a lock code', () => {
    const [one, two] = presentLines(
      [line('1', { QUANTITY: '8' }), line('2')],
      [change('1', { QUANTITY: '6' })],
    );
    expect(one).toMatchObject({ fields: { QUANTITY: '8' }, base: { QUANTITY: '5' } });
    expect(two).toMatchObject({ change: null, base: { LINE_NUMBER: '2', PART_CODE: 'P-1', QUANTITY: '5' } });
    expect(JSON.stringify([one, two])).not.toContain('secret');
  });

  it('are those that are changed while PIMS can’t be asked', () => {
    const lines = presentLines(null, [change('2', { QUANTITY: '6' })]);
    expect(lines).toMatchObject([{ lineNumber: '2', fields: { QUANTITY: '5' }, lock: { state: 'open' } }]);
  });

  it('show a change whose line is gone, so that it can be taken back', () => {
    const lines = presentLines([line('1')], [change('2', { QUANTITY: '6' })]);
    expect(lines.map(({ lineNumber, lock }) => [lineNumber, lock.state])).toEqual([
      ['1', 'open'],
      ['2', 'closed'],
    ]);
  });

  it('have a column for what any of them holds or a change names', () => {
    const lines = presentLines([line('1', { NOTE: '', COLOR: 'red' })], [change('1', { SIZE: 'L' })]);
    expect(presentColumns(lines)).toEqual([
      'PART_CODE',
      'DESCRIPTION',
      'QUANTITY',
      'NUMBER_SHIPPED',
      'COLOR',
      'SIZE',
    ]);
  });
});

describe('a cell', () => {
  const cellOf = (has: PimsFields, changed: PimsFields) => {
    const [one] = presentLines([line('1', has)], [change('1', changed, { QUANTITY: '5' })]);
    if (one === undefined) throw new Error('The line is missing.');
    return presentCell(one, 'QUANTITY');
  };

  it('says what was there, and what somebody else has put there since', () => {
    expect(changeWords(cellOf({}, { NOTE: 'x' }))).toBe('');
    expect(changeWords(cellOf({}, { QUANTITY: '6' }))).toBe('Was 5');
    expect(changeWords(cellOf({ QUANTITY: '8' }, { QUANTITY: '6' }))).toBe('Was 5; PIMS has 8 by now');
    expect(changeWords(cellOf({ QUANTITY: '' }, { QUANTITY: '6' }))).toBe(
      'Was 5; PIMS has nothing there by now',
    );
    expect(cellOf({}, { QUANTITY: '' })).toEqual({ value: '', was: '5', now: null });
  });

  it('is fixed where PIMS decides', () => {
    expect(['PART_CODE', 'NUMBER_SHIPPED', 'LINE_NUMBER'].map(isFixedField)).toEqual([true, true, true]);
    expect(['QUANTITY', 'DESCRIPTION', 'NOTE'].map(isFixedField)).toEqual([false, false, false]);
  });
});
