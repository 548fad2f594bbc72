import { describe, expect, it } from 'vitest';
import { readCustomer } from '../../../shared/customers/customer.ts';

const at = '2026-05-15T10:00:00.000Z';

describe('a record of the customers', () => {
  it('is a customer with all that PIMS said', () => {
    const fields = { CUSTOMER_CODE: ' M-0007 ', CUSTOMER_NAME: 'Acme', BZIPCODE: '04101', OWN_FIELD: 'x' };
    expect(readCustomer(fields, at)).toEqual({ code: 'M-0007', name: 'Acme', fields, readAt: at });
  });

  it.each([
    [{ CUSTOMER_NAME: ' ', BNAME: 'Acme Billing' }, 'Acme Billing'],
    [{ SNAME: 'Acme Shipping' }, null],
  ])('%j is called %j', (fields, name) => {
    expect(readCustomer({ CUSTOMER_CODE: 'A', ...fields }, at)?.name).toBe(name);
  });

  it.each([{}, { CUSTOMER_CODE: '  ' }, { CUSTOMER_NAME: 'Acme' }])('%j names no customer', (fields) => {
    expect(readCustomer(fields, at)).toBeNull();
  });
});
