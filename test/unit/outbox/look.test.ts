import { describe, expect, it } from 'vitest';
import { bearing, findOrder, unexplained } from '../../../electron/outbox/looking/look.ts';
import { orderNumberSchema } from '../../../shared/ids.ts';

const number = (text: string) => orderNumberSchema.parse(text);
const none = new Set<ReturnType<typeof number>>();
const sent = { REFERENCE_NUMBER: 'R-1', CUSTOMER_CODE: 'm-1000', BNAME: 'Acme' };
const order = (ORDER_NUMBER: string, change = {}) => ({
  ORDER_NUMBER,
  REFERENCE_NUMBER: 'R-1',
  CUSTOMER_CODE: 'M-1000',
  BNAME: 'Acme',
  ORDER_STATUS: 'Open',
  ...change,
});

describe('an order of unknown outcome', () => {
  const search = { sent, found: [order('7')], before: [], claimed: none };

  it('has arrived when one order is what was sent', () => {
    expect(findOrder(search)).toEqual({
      kind: 'arrived',
      answer: { kind: 'create-order', orderNumber: '7' },
    });
  });

  it('is absent when what bears its reference was there before, or is another’s', () => {
    expect(findOrder({ ...search, found: [] })).toEqual({ kind: 'absent' });
    expect(findOrder({ ...search, before: [number('7')] })).toEqual({ kind: 'absent' });
    expect(findOrder({ ...search, claimed: new Set([number('7')]) })).toEqual({ kind: 'absent' });
  });

  it.each([
    ['there are several', { found: [order('7'), order('8')] }],
    ['one differs', { found: [order('7', { BNAME: 'Other' })] }],
    ['one does not show its customer', { found: [{ ORDER_NUMBER: '7', REFERENCE_NUMBER: 'R-1' }] }],
    ['one has no number', { found: [order('')] }],
    ['nobody knows what was there before', { before: null }],
  ])('is for a person to decide when %s', (_why, change) => {
    expect(findOrder({ ...search, ...change }).kind).toBe('unsure');
  });

  it('is looked for among those that really bear the reference', () => {
    const found = [order('7', { REFERENCE_NUMBER: ' r-1 ' }), order('8', { REFERENCE_NUMBER: 'R-10' })];
    expect(
      bearing({ referenceField: 'REFERENCE_NUMBER', reference: 'R-1' }, found).map(
        ({ ORDER_NUMBER }) => ORDER_NUMBER,
      ),
    ).toEqual(['7']);
  });
});

describe('the lines that nobody accounts for', () => {
  const line = (LINE_NUMBER: string, QUANTITY: string) => ({
    LINE_NUMBER,
    PART_CODE: 'APL-1',
    QUANTITY,
    DESCRIPTION: 'Phone',
  });

  it('are told from lines that PIMS answered without a number', () => {
    const { LINE_NUMBER: _gone, ...bare } = line('', '5');
    expect(unexplained([line('1', '5'), line('2', '5')], [], [bare])).toHaveLength(1);
  });
});
