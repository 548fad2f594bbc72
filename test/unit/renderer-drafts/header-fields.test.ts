import { describe, expect, it } from 'vitest';
import { placeKey, problemsByPlace, problemWords } from '../../../renderer/drafts/draft-problems.ts';
import {
  copyBillingEdits,
  formFields,
  furtherFields,
  placeholderOf,
  readFieldName,
} from '../../../renderer/drafts/header-fields.ts';
import { validateDraft } from '../../../shared/drafts/validate-draft.ts';
import { lineId } from './arbitrary-edits.ts';

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
