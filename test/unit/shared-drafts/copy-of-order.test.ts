import { expect, it } from 'vitest';
import { copyOfOrder } from '../../../shared/drafts/copy-of-order.ts';

it('takes the customer, the addresses and the lines, and nothing that belongs to the old order alone', () => {
  const copy = copyOfOrder({
    fields: {
      ORDER_NUMBER: '54321',
      REFERENCE_NUMBER: '0001',
      ORDER_DATE: '05/15/2026',
      TOTAL: '12.00',
      CUSTOMER_CODE: 'M-1000',
      BNAME: 'Acme',
      SCITY: '',
    },
    lines: [
      {
        fields: {
          LINE_NUMBER: '1',
          PART_CODE: 'A',
          QUANTITY: '2',
          NUMBER_SHIPPED: '2',
          LINE_REF_LOCK_CODE: 'X',
        },
        lock: { state: 'open' },
      },
      { fields: { LINE_NUMBER: '2' }, lock: { state: 'closed', reason: 'No lock code.' } },
    ],
  });
  expect(copy).toEqual({
    header: { CUSTOMER_CODE: 'M-1000', BNAME: 'Acme' },
    lines: [{ PART_CODE: 'A', QUANTITY: '2' }],
  });
});
