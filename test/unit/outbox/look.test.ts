import { describe, expect, it } from 'vitest';
import { bearing, findLine, findOrder, unexplained } from '../../../electron/outbox/look.ts';
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
    expect(bearing('R-1', found).map(({ ORDER_NUMBER }) => ORDER_NUMBER)).toEqual(['7']);
  });
});

describe('a line of unknown outcome', () => {
  const line = (LINE_NUMBER: string, QUANTITY: string, more = {}) => ({
    LINE_NUMBER,
    PART_CODE: 'APL-1',
    QUANTITY,
    DESCRIPTION: 'Phone',
    ...more,
  });
  const search = {
    sent: { PART_CODE: 'apl-1', QUANTITY: '5' },
    found: [line('1', '5'), line('2', '5.00')],
    before: [],
    confirmed: [line('1', '5')],
  };

  it('has arrived when one line that nobody accounts for is what was sent', () => {
    expect(findLine(search)).toMatchObject({ kind: 'arrived', answer: { line: { LINE_NUMBER: '2' } } });
  });

  it('is absent when all lines are accounted for, or are of other parts', () => {
    expect(findLine({ ...search, before: ['2'] }).kind).toBe('absent');
    expect(findLine({ ...search, found: [line('1', '5'), line('3', '5', { PART_CODE: 'B' })] }).kind).toBe(
      'absent',
    );
  });

  it.each([
    ['two are what was sent', { found: [...search.found, line('3', '5')] }],
    ['the only one of its part has another quantity', { found: [line('2', '6')] }],
    ['its description is another', { sent: { ...search.sent, DESCRIPTION: 'Case' } }],
    ['nobody knows what was there before', { before: null }],
  ])('is for a person to decide when %s', (_why, change) => {
    expect(findLine({ ...search, ...change }).kind).toBe('unsure');
  });

  it('prefers the one whose description was sent', () => {
    const found = [line('2', '5', { DESCRIPTION: 'Case' }), line('3', '5')];
    expect(findLine({ ...search, found, sent: { ...search.sent, DESCRIPTION: 'Case' } })).toMatchObject({
      kind: 'arrived',
      answer: { line: { LINE_NUMBER: '2' } },
    });
  });

  it('is told from lines that PIMS answered without a number', () => {
    const { LINE_NUMBER: _gone, ...bare } = line('', '5');
    expect(unexplained([line('1', '5'), line('2', '5')], [], [bare])).toHaveLength(1);
  });

  it('without a part goes by its description', () => {
    const free = { DESCRIPTION: 'Labour', QUANTITY: '1' };
    const there = { LINE_NUMBER: '2', PART_CODE: '', ...free };
    expect(findLine({ ...search, sent: free, found: [there] }).kind).toBe('arrived');
    expect(findLine({ ...search, sent: free, found: [line('2', '1')] }).kind).toBe('absent');
  });
});
