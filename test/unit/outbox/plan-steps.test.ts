import { describe, expect, it } from 'vitest';
import { planSteps } from '../../../electron/outbox/submitting/plan-steps.ts';
import { draftLineIdSchema, orderNumberSchema } from '../../../shared/ids.ts';

const reference = { field: 'REFERENCE_NUMBER', value: 'R-1' };
const newOrder = { header: {}, lines: [], inPims: null, target: null, changes: [] };
const line = (id: string, fields: Record<string, string>) => ({ id: draftLineIdSchema.parse(id), fields });

describe('the steps of a draft', () => {
  it('are the order without blanks, then its lines in order without blank ones', () => {
    const header = { CUSTOMER_CODE: ' M-1000 ', BNAME: '  ', REFERENCE_NUMBER: '' };
    const lines = [
      line('a', { PART_CODE: ' 007 ', QUANTITY: ' 05.50 ', DESCRIPTION: ' ' }),
      line('b', { PART_CODE: ' ' }),
      line('c', { DESCRIPTION: 'Labour', QUANTITY: '1' }),
    ];
    expect(planSteps({ ...newOrder, header, lines }, reference)).toEqual([
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
    expect(planSteps({ ...newOrder, lines, inPims }, reference)).toEqual([
      { kind: 'add-line', ordinal: 2, draftLineId: 'b', request: { PART_CODE: 'b', QUANTITY: '1' } },
    ]);
  });

  it('carry the reference in the field of the connection', () => {
    const [create] = planSteps(newOrder, { field: 'PO_NUMBER', value: 'R-1' });
    expect(create).toEqual({ kind: 'create-order', ordinal: 0, request: { PO_NUMBER: 'R-1' } });
  });

  it('for an order in PIMS are its changes, then its new lines, and nothing of the header', () => {
    const base = { LINE_NUMBER: '3', QUANTITY: '5', DESCRIPTION: 'Phone' };
    const changes = [
      { lineNumber: '3', base, fields: { QUANTITY: ' 08.0 ', DESCRIPTION: ' ' } },
      { lineNumber: '12', base: { ...base, LINE_NUMBER: '12' }, fields: { QUANTITY: '2' } },
    ];
    const target = orderNumberSchema.parse('7');
    const lines = [line('a', { PART_CODE: 'A', QUANTITY: '1' })];
    expect(
      planSteps({ ...newOrder, header: { CUSTOMER_CODE: 'M-1' }, lines, changes, target }, reference),
    ).toMatchObject([
      // An emptied field is sent, as empty.
      {
        kind: 'update-line',
        ordinal: -2,
        targetLine: '3',
        base,
        request: { QUANTITY: '8', DESCRIPTION: '' },
      },
      { kind: 'update-line', ordinal: -1, targetLine: '12', request: { QUANTITY: '2' } },
      { kind: 'add-line', ordinal: 1, draftLineId: 'a', request: { PART_CODE: 'A', QUANTITY: '1' } },
    ]);
  });
});
