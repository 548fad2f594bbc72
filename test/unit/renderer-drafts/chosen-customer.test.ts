import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chosenCustomerEdits,
  type FillChoice,
  filledOtherwise,
} from '../../../renderer/drafts/customer/chosen-customer.ts';
import type { Customer } from '../../../shared/customers/customer.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import { customer } from '../shared-customers/customers.ts';

const acme = customer('M-1000', { BNAME: 'Acme', BCITY: ' Bloomington ', SNAME: 'Dock 4', TERMS: 'Net 30' });
const other = customer('M-1001', { BNAME: 'Other', BADDRESS2: 'Suite 10', BCITY: 'Austin' });

/** The header after the customer was chosen. */
function chosen(
  header: PimsFields,
  fill: FillChoice = 'all',
  by: { customer?: Customer; before?: Customer | null } = {},
): PimsFields {
  const edits = chosenCustomerEdits({ header, customer: acme, before: null, ...by }, fill);
  const after: Record<string, string> = { ...header };
  for (const edit of edits) if (edit.kind === 'set-header') after[edit.field] = edit.value;
  return Object.fromEntries(Object.entries(after).filter(([, value]) => value !== ''));
}
const otherwise = (header: PimsFields, before: Customer | null = null) =>
  filledOtherwise({ header, customer: acme, before });
const acmeHeader = { CUSTOMER_CODE: 'M-1000', BNAME: 'Acme', BCITY: 'Bloomington', SNAME: 'Dock 4' };

describe('choosing a customer', () => {
  it('fills code and addresses, and nothing else', () => {
    expect(otherwise({ CUSTOMER_CODE: 'acm' })).toEqual([]);
    expect(chosen({ CUSTOMER_CODE: 'acm', PO_NUMBER: '7' })).toEqual({ ...acmeHeader, PO_NUMBER: '7' });
  });

  it('asks about what a person typed otherwise, and does what they say', () => {
    const header = { BNAME: 'My own', BADDRESS1: '1 Main St', SNAME: 'Dock 4' };
    expect(otherwise(header)).toEqual(['BNAME', 'BADDRESS1']);
    expect(chosen(header, 'empty-only')).toEqual({ ...acmeHeader, BNAME: 'My own', BADDRESS1: '1 Main St' });
    expect(chosen(header, 'all')).toEqual(acmeHeader);
  });

  it('after another one takes that one’s addresses away without asking', () => {
    const header = chosen({}, 'all', { customer: other });
    expect(header).toMatchObject({ BADDRESS2: 'Suite 10' });
    expect(otherwise(header, other)).toEqual([]);
    expect(chosen(header, 'empty-only', { before: other })).toEqual(acmeHeader);
    const typed = { ...header, BCITY: 'Boulder' };
    expect(otherwise(typed, other)).toEqual(['BCITY']);
    expect(chosen(typed, 'empty-only', { before: other })).toEqual({ ...acmeHeader, BCITY: 'Boulder' });
  });

  it('a second time changes nothing', () => {
    const value = fc.constantFrom('', 'Acme', 'Austin', 'Bloomington', 'x ');
    const headers = fc.record({ BNAME: value, BCITY: value, SNAME: value, BADDRESS2: value });
    fc.assert(
      fc.property(headers, fc.constantFrom<FillChoice>('all', 'empty-only'), (header, fill) => {
        const once = chosen(header, fill);
        expect(chosenCustomerEdits({ header: once, customer: acme, before: null }, fill)).toEqual([]);
      }),
    );
  });
});
