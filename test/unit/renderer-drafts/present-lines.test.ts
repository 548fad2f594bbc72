import { describe, expect, it } from 'vitest';
import { LineProgress } from '../../../renderer/drafts/line-progress.ts';
import {
  changeWords,
  lineOfRow,
  type PresentLine,
  type PresentStanding,
  presentCell,
  presentLines,
  presentLook,
  presentRow,
  presentState,
  summedFields,
  whyFixed,
} from '../../../renderer/drafts/present-lines/present-lines.ts';
import type { SaveState } from '../../../renderer/drafts/save-queue.ts';
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

  it('are rows with the values that they are to have', () => {
    const rows = presentLines([line('1'), line('2')], [change('2', { QUANTITY: '6' })]).map((one) =>
      presentRow(one),
    );
    expect(rows.map((row) => lineOfRow(row)?.change?.fields)).toEqual([undefined, { QUANTITY: '6' }]);
    expect(rows.map(({ id, fields }) => [id, fields.QUANTITY])).toEqual([
      ['1', '5'],
      ['2', '6'],
    ]);
  });
});

it('an edit of one of 10,000 lines makes one new row, and leaves the others the same objects', () => {
  const order = Array.from({ length: 10_000 }, (_, index) => line(String(index + 1)));
  const first = change('7', { QUANTITY: '6' });
  const before = presentLines(order, [first]);
  const after = presentLines(order, [first, change('42', { QUANTITY: '9' })]);
  const made = <Made>(make: (one: PresentLine) => Made, lines: readonly PresentLine[]) => {
    const present = before.map((one) => make(one));
    return lines.map((one) => make(one)).filter((one, index) => one !== present[index]);
  };
  expect(made(presentRow, after).map(({ id, fields }) => [id, fields.QUANTITY])).toEqual([['42', '9']]);
  expect(made(summedFields, after)).toHaveLength(1);
  // Taken back, too; and of a line that PIMS can't be asked about.
  expect(made(presentRow, presentLines(order, [first]))).toHaveLength(1);
  expect(presentLines(null, [first])[0]).toBe(presentLines(null, [first, change('8', { NOTE: 'x' })])[0]);
});

it('an amount that PIMS reckoned for another quantity is not summed up', () => {
  const priced = { EXTENDED_PRICE: '50.00', UNIT_PRICE: '10.00' };
  const summed = (changed: PimsFields) =>
    presentLines([line('1', priced)], [change('1', changed)]).map((one) => summedFields(one))[0]?.fields;
  expect(summed({ QUANTITY: '6' })).not.toHaveProperty('EXTENDED_PRICE');
  expect(summed({ NOTE: 'x' })).toHaveProperty('EXTENDED_PRICE', '50.00');
  expect(summed({ QUANTITY: '6', EXTENDED_PRICE: '1' })).toHaveProperty('EXTENDED_PRICE', '1');
});

const standing: PresentStanding = {
  problems: new Map(),
  progress: new LineProgress(),
  saving: { kind: 'saved', at: null },
};

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

  it('is fixed where PIMS decides, and in a closed line', () => {
    const [open] = presentLines([line('1')], []);
    expect(['PART_CODE', 'NUMBER_SHIPPED', 'LINE_NUMBER'].map((field) => whyFixed(open, field))).toEqual([
      'The part of a line stays. Add a new line for another part.',
      'PIMS sets NUMBER_SHIPPED itself.',
      'PIMS sets LINE_NUMBER itself.',
    ]);
    expect(['QUANTITY', 'DESCRIPTION', 'NOTE'].map((field) => whyFixed(open, field))).toEqual([
      null,
      null,
      null,
    ]);
    const [closed] = presentLines([{ ...line('1'), lock: { state: 'closed', reason: 'No code.' } }], []);
    expect(whyFixed(closed, 'QUANTITY')).toBe('Can’t be edited: No code.');
  });

  it('shows what it was, and a conflict when PIMS has something else by now', () => {
    const [one] = presentLines([line('1', { QUANTITY: '8' })], [change('1', { QUANTITY: '6' })]);
    expect(presentLook(one, 'QUANTITY', standing)).toMatchObject({
      state: 'conflict',
      was: '5',
      problem: null,
    });
    expect(presentLook(one, 'DESCRIPTION', standing)).toBeNull();
    expect(presentState(one, standing)).toEqual({ words: 'Conflict', tone: 'bad' });
    const problems = new Map([['change 1 QUANTITY', 'Enter a quantity.']]);
    expect(presentState(one, { ...standing, problems })?.words).toBe('To correct');
  });

  it('shows whether its change is on disk, and never calls a line saved that PIMS does not have so', () => {
    const progress = new LineProgress();
    const [one] = presentLines([line('1')], [change('1', { QUANTITY: '6' })]);
    const now = (saving: SaveState = { kind: 'saving' }) => {
      const { state } = presentLook(one, 'QUANTITY', { ...standing, progress, saving }) ?? {};
      return [state, presentState(one, { ...standing, progress, saving })?.words];
    };
    expect(now()).toEqual(['changed', 'Changed']);
    progress.edited([{ kind: 'change-line', lineNumber: '1', base: {}, field: 'QUANTITY', value: '6' }]);
    expect(now()).toEqual(['saving', 'Saving…']);
    expect(now({ kind: 'failed', error: new Error('full'), retries: true })).toEqual(['saving', 'Not saved']);
    progress.saved();
    expect(now({ kind: 'saved', at: null })).toEqual(['saved', 'Changed']);
  });
});
