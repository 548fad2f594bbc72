import { describe, expect, it } from 'vitest';
import { groupFields, orderGroup } from '../../../shared/orders/field-groups.ts';
import { fieldLabel } from '../../../shared/orders/field-labels.ts';
import { lineProgress } from '../../../shared/orders/line-progress.ts';
import { queryWords } from '../../../shared/orders/query-words.ts';

describe('queryWords', () => {
  it('says how filters combine, in order of appearance', () => {
    const words = queryWords({
      filters: [
        { field: 'CUSTOMER_CODE', value: 'M-1000', contains: false, conjunction: 'OR' },
        { field: 'BCITY', value: 'bloom', contains: true, conjunction: 'AND' },
        { field: 'PO_NUMBER', value: '', contains: false, conjunction: 'OR' },
      ],
      maxReturn: 10,
    });
    expect(words).toBe(
      'CUSTOMER_CODE is “M-1000”, and of these BCITY contains “bloom”, or else PO_NUMBER is empty',
    );
  });

  it('calls a query without filters all orders', () => {
    expect(queryWords({ filters: [], maxReturn: 10 })).toBe('All orders');
  });
});

describe('fieldLabel', () => {
  it.each([
    ['CUSTOMER_CODE', 'Customer code'],
    ['BCITY', 'Billing city'],
    ['SZIPCODE', 'Shipping ZIP code'],
    ['TRACKING_NUMBERS', 'Tracking numbers'],
    ['BACKORDER', 'Backorder'],
  ])('%s is “%s”', (field, label) => {
    expect(fieldLabel(field)).toBe(label);
  });
});

describe('groupFields', () => {
  it('shows every filled field once, leaving out the empty ones and those of the title', () => {
    const fields = {
      ORDER_NUMBER: '54321',
      ORDER_TYPE: 'invoice',
      CUSTOMER_CODE: 'M-1000',
      BNAME: 'Acme',
      SNAME: '',
      HOUSE_FIELD: 'x',
      BLANK: ' ',
    };
    const groups = groupFields(fields, orderGroup);
    expect(groups).toEqual([
      { title: 'Order', fields: ['CUSTOMER_CODE'] },
      { title: 'Billing', fields: ['BNAME'] },
      { title: 'Further fields', fields: ['HOUSE_FIELD'] },
    ]);
  });
});

describe('lineProgress', () => {
  it.each([
    ['0', '5', 'none'],
    ['0.00', '5', 'none'],
    ['3', '5', 'part'],
    ['5', '5.0', 'all'],
    ['0.1', '0.10', 'all'],
    ['', '5', 'unknown'],
    ['3', 'five', 'unknown'],
  ])('%s of %s shipped is %s', (shipped, quantity, state) => {
    expect(lineProgress({ NUMBER_SHIPPED: shipped, QUANTITY: quantity }).state).toBe(state);
  });
});
