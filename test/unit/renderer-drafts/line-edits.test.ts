import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type DraftContent } from '../../../renderer/drafts/draft-model.ts';
import { placeKey, problemsByPlace, problemWords } from '../../../renderer/drafts/draft-problems.ts';
import {
  copyBillingEdits,
  formFields,
  furtherFields,
  placeholderOf,
  readFieldName,
} from '../../../renderer/drafts/header-fields.ts';
import { lineColumns, pasteCells } from '../../../renderer/drafts/line-edits.ts';
import { readLineKey } from '../../../renderer/drafts/line-keys.ts';
import { validateDraft } from '../../../shared/drafts/validate-draft.ts';
import { anyContent, lineId } from './arbitrary-edits.ts';

const columns = ['PART_CODE', 'DESCRIPTION', 'QUANTITY'];
const content: DraftContent = {
  header: {},
  lines: [
    { id: lineId('l1'), fields: { PART_CODE: 'A', QUANTITY: '1' } },
    { id: lineId('l2'), fields: { PART_CODE: 'B', QUANTITY: '2' } },
  ],
  changes: [],
};

describe('pasteCells', () => {
  it('fills the lines that are there and adds lines below the last', () => {
    const pasted = pasteCells(content, 1, 'PART_CODE', columns, [
      ['X', 'a line', '5'],
      ['007', '', '6'],
    ]);
    expect(pasted).toMatchObject({ added: 1, dropped: 0 });
    expect(applyEdits(content, pasted.edits).content.lines.map((line) => line.fields)).toEqual([
      { PART_CODE: 'A', QUANTITY: '1' },
      { PART_CODE: 'X', DESCRIPTION: 'a line', QUANTITY: '5' },
      { PART_CODE: '007', QUANTITY: '6' },
    ]);
  });

  it('begins at the column where the cursor is, and counts the cells for which there is none', () => {
    const pasted = pasteCells(content, 0, 'QUANTITY', columns, [
      ['3', 'lost', ''],
      ['4', ' '],
    ]);
    expect(pasted.dropped).toBe(1);
    expect(applyEdits(content, pasted.edits).content.lines.map((line) => line.fields.QUANTITY)).toEqual([
      '3',
      '4',
    ]);
  });

  it('makes one line of text of breaks and hard spaces in a cell', () => {
    const [edit] = pasteCells(content, 0, 'DESCRIPTION', columns, [['two\r\nlines\u00a0 x ']]).edits;
    expect(edit).toMatchObject({ value: 'two lines x' });
  });

  it('adds no line for blank rows', () => {
    expect(pasteCells(content, 2, 'PART_CODE', columns, [['', ''], ['C'], ['']])).toMatchObject({ added: 1 });
  });

  it('leaves every row of the clipboard in the draft, in order, wherever it is pasted', () => {
    const cell = fc.constantFrom('a', 'b', '7');
    fc.assert(
      fc.property(
        anyContent,
        fc.nat(5),
        fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        (before, at, cells) => {
          const index = Math.min(at, before.lines.length);
          const { edits } = pasteCells(before, index, 'PART_CODE', columns, cells);
          const after = applyEdits(before, edits).content.lines;
          expect(after).toHaveLength(Math.max(before.lines.length, index + cells.length));
          cells.forEach((row, offset) => {
            row.forEach((value, column) => {
              expect(after[index + offset]?.fields[columns[column] ?? '']).toBe(value);
            });
          });
        },
      ),
    );
  });
});

it('lineColumns shows every field that a line has, so that nothing is sent unseen', () => {
  const odd: DraftContent = {
    header: {},
    changes: [],
    lines: [{ id: lineId('l1'), fields: { UNIT_PRICE: '5' } }],
  };
  expect(lineColumns(odd, ['NOTE', 'QUANTITY'])).toEqual([...columns, 'UNIT_PRICE', 'NOTE']);
});

describe('readLineKey', () => {
  const press = (key: string, held: Record<string, boolean> = {}) =>
    readLineKey({
      key,
      altKey: false,
      ctrlKey: false,
      metaKey: false,
      shiftKey: false,
      nativeEvent: { isComposing: false },
      ...held,
    });

  it('goes on with Enter and back with Shift', () => {
    expect(press('Enter')).toEqual({ kind: 'move', rows: 1, home: true });
    expect(press('Enter', { shiftKey: true })).toEqual({ kind: 'move', rows: -1, home: true });
  });

  it('leaves Ctrl+Enter to the command that submits', () => {
    expect(press('Enter', { ctrlKey: true })).toBeUndefined();
  });

  it('leaves an Enter that confirms a composition to the input method', () => {
    const composing = { nativeEvent: { isComposing: true } };
    expect(
      readLineKey({
        key: 'Enter',
        altKey: false,
        ctrlKey: false,
        metaKey: false,
        shiftKey: false,
        ...composing,
      }),
    ).toBe(undefined);
  });
});

describe('the header', () => {
  it('copies billing to shipping, and takes away what billing does not have', () => {
    expect(
      copyBillingEdits({ BNAME: 'Acme', BCITY: 'Bloomington', SCITY: 'Bloomington', SSTATE: 'IN' }),
    ).toEqual([
      { kind: 'set-header', field: 'SNAME', value: 'Acme' },
      { kind: 'set-header', field: 'SSTATE', value: '' },
    ]);
  });

  it('shows fields that the form has no place for, also the rare ones of an address', () => {
    const header = { CUSTOMER_CODE: 'M', BNAME: 'A', BATTENTION: 'B', PO_NUMBER: '1', REFERENCE_NUMBER: 'R' };
    expect(furtherFields(header, formFields('REFERENCE_NUMBER'))).toEqual(['BATTENTION', 'PO_NUMBER']);
    expect(furtherFields(header, formFields('PO_NUMBER'))).toEqual(['BATTENTION', 'REFERENCE_NUMBER']);
  });

  it('has one place for the field that carries the reference', () => {
    const { main, billing } = formFields('BPHONE');
    expect(main).toEqual(['CUSTOMER_CODE', 'BPHONE', 'LOCATION_CODE']);
    expect(billing).not.toContain('BPHONE');
    expect(placeholderOf('PO_NUMBER', { field: 'PO_NUMBER', own: 'K7-3MXD-94RT' })).toBe(
      'K7-3MXD-94RT, made for you',
    );
    expect(placeholderOf('REFERENCE_NUMBER', { field: 'PO_NUMBER', own: 'K7-3MXD-94RT' })).toBe('');
  });

  it('spells a field name as PIMS does', () => {
    expect(readFieldName('ORDERS', ' po number', [])).toEqual({ ok: true, field: 'PO_NUMBER' });
  });

  it.each(['', '1st', 'order number', 'FUNCTION', 'customer_code', 'PO_NUMBER'])('refuses “%s”', (typed) => {
    expect(readFieldName('ORDERS', typed, ['PO_NUMBER', 'CUSTOMER_CODE']).ok).toBe(false);
  });
});

describe('problems', () => {
  const problems = validateDraft({
    header: {},
    lines: [{ id: lineId('l1'), fields: { PART_CODE: 'A' } }],
    changes: [],
    target: null,
    inPims: null,
  });

  it('say where they are', () => {
    expect(problems.map(problemWords)).toEqual([
      'Enter the customer code.',
      'Line 1, QUANTITY: Enter a quantity.',
    ]);
  });

  it('show at the places that were left only', () => {
    const shown = problemsByPlace(problems, (key) => key === 'line l1 QUANTITY');
    expect([...shown]).toEqual([['line l1 QUANTITY', 'Enter a quantity.']]);
    expect(problems.map(({ place }) => placeKey(place))).toEqual([
      'header CUSTOMER_CODE',
      'line l1 QUANTITY',
    ]);
  });
});
