import { describe, expect, it } from 'vitest';
import { planSteps } from '../../../electron/outbox/plan-steps.ts';
import { draftLineIdSchema, orderNumberSchema } from '../../../shared/ids.ts';

const line = (id: string, fields: Record<string, string>) => ({ id: draftLineIdSchema.parse(id), fields });

describe('the steps of a draft', () => {
  it('are the order without blanks, then its lines in order without blank ones', () => {
    const header = { CUSTOMER_CODE: ' M-1000 ', BNAME: '  ', REFERENCE_NUMBER: '' };
    const lines = [
      line('a', { PART_CODE: ' 007 ', QUANTITY: ' 05.50 ', DESCRIPTION: ' ' }),
      line('b', { PART_CODE: ' ' }),
      line('c', { DESCRIPTION: 'Labour', QUANTITY: '1' }),
    ];
    expect(planSteps({ header, lines, inPims: null }, 'R-1')).toEqual([
      { kind: 'create-order', ordinal: 0, request: { CUSTOMER_CODE: 'M-1000', REFERENCE_NUMBER: 'R-1' } },
      { kind: 'add-line', ordinal: 1, draftLineId: 'a', request: { PART_CODE: '007', QUANTITY: '5.5' } },
      { kind: 'add-line', ordinal: 2, draftLineId: 'c', request: { DESCRIPTION: 'Labour', QUANTITY: '1' } },
    ]);
  });

  it('leave out what PIMS has already', () => {
    const lines = ['a', 'b'].map((id) => line(id, { PART_CODE: id, QUANTITY: '1' }));
    const inPims = {
      orderNumber: orderNumberSchema.parse('7'),
      lineIds: [draftLineIdSchema.parse('a')],
    };
    expect(planSteps({ header: {}, lines, inPims }, 'R-1')).toEqual([
      { kind: 'add-line', ordinal: 2, draftLineId: 'b', request: { PART_CODE: 'b', QUANTITY: '1' } },
    ]);
  });
});
