import { describe, expect, it } from 'vitest';
import { checkOrder } from '../../../shared/outbox/check-order.ts';
import type { PimsSide } from '../../../shared/outbox/compare-order.ts';
import { type SentSubmission, sentOrders } from '../../../shared/outbox/sent-order.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import { change, header, line, open, sent } from './sent.ts';

const at = '2026-06-15T18:00:00.000Z';
const order = { ORDER_NUMBER: '1001', CUSTOMER_CODE: 'M-1000', ORDER_TYPE: 'sales_order' };

function inPims(lines: readonly PimsFields[], fields: PimsFields = order): PimsSide {
  return { kind: 'order', fields, lines, at };
}

/** The one row that these submissions make. */
function rowOf(submissions: readonly SentSubmission[], side: PimsSide) {
  const [only, ...more] = sentOrders(submissions);
  if (only === undefined || more.length > 0) throw new Error(`${more.length + 1} orders`);
  return checkOrder(only, side);
}

const two = [line('1', { PART_CODE: 'A', QUANTITY: '2' }), line('2', { PART_CODE: 'B', QUANTITY: '2.5' })];
const twoInPims = [
  { LINE_NUMBER: '1', PART_CODE: 'A', QUANTITY: '2.00' },
  { LINE_NUMBER: '2', PART_CODE: 'B', QUANTITY: '2.5' },
];

describe('an order of the day', () => {
  it('is the same when PIMS has every line as it was sent', () => {
    expect(rowOf([sent({ steps: [header(), ...two] })], inPims(twoInPims))).toMatchObject({
      verdict: 'same',
      orderNumber: '1001',
      reference: 'R-draft-one',
      lines: 2,
      units: '4.5',
      linesInPims: 2,
      unitsInPims: '4.5',
      furtherLines: 0,
      differences: [],
      why: '',
      checkedAt: at,
    });
  });

  it('is missing when PIMS has no such order', () => {
    expect(rowOf([sent({ steps: [header(), ...two] })], { kind: 'missing', at })).toMatchObject({
      verdict: 'missing',
      linesInPims: 0,
      unitsInPims: '0',
      differences: [{ kind: 'order-missing', line: null }],
    });
  });

  it('differs when a line is gone, a quantity is another, the header was changed, or it is void', () => {
    const side = inPims([{ LINE_NUMBER: '2', PART_CODE: 'B', QUANTITY: '1' }], {
      ...order,
      CUSTOMER_CODE: 'M-2000',
      ORDER_TYPE: 'Void',
    });
    const row = rowOf([sent({ steps: [header(), ...two] })], side);
    expect(row).toMatchObject({
      verdict: 'differs',
      lines: 2,
      linesInPims: 1,
      units: '4.5',
      unitsInPims: '1',
    });
    expect(row.differences).toEqual([
      { kind: 'order-void', line: null, item: '', field: '', sent: '', has: '' },
      { kind: 'field', line: null, item: '', field: 'CUSTOMER_CODE', sent: 'M-1000', has: 'M-2000' },
      { kind: 'line-missing', line: '1', item: 'A × 2', field: '', sent: 'A × 2', has: '' },
      { kind: 'field', line: '2', item: 'B × 2.5', field: 'QUANTITY', sent: '2.5', has: '1' },
    ]);
  });

  it('mentions lines that others added, which are no difference', () => {
    const side = inPims([{ LINE_NUMBER: '9', PART_CODE: 'A', QUANTITY: '2' }, ...twoInPims]);
    expect(rowOf([sent({ steps: [header(), ...two] })], side)).toMatchObject({
      verdict: 'same',
      linesInPims: 2,
      unitsInPims: '4.5',
      furtherLines: 1,
    });
  });

  it('expects what this desk changed last, also when that was after the period', () => {
    const first = sent({ id: 'first', steps: [header(), ...two] });
    const later = sent({
      id: 'later',
      isAddition: true,
      inPeriod: false,
      steps: [change('2', { QUANTITY: '7' }), change('2', { QUANTITY: '8' })],
    });
    const has = (quantity: string) => inPims([twoInPims[0] ?? {}, { ...twoInPims[1], QUANTITY: quantity }]);
    expect(rowOf([first, later], has('8'))).toMatchObject({
      verdict: 'same',
      units: '10',
      unitsInPims: '10',
    });
    expect(rowOf([first, later], has('2.5'))).toMatchObject({
      verdict: 'differs',
      differences: [{ line: '2', field: 'QUANTITY', sent: '8', has: '2.5' }],
    });
  });

  it('counts lines of an earlier day as this desk’s, but not as this period’s', () => {
    const before = sent({ id: 'before', inPeriod: false, steps: [header(), ...two] });
    const today = sent({
      id: 'today',
      isAddition: true,
      steps: [line('3', { PART_CODE: 'C', QUANTITY: '1' })],
    });
    const side = inPims([...twoInPims.slice(1), { LINE_NUMBER: '3', PART_CODE: 'C', QUANTITY: '1' }]);
    expect(rowOf([before, today], side)).toMatchObject({
      verdict: 'same',
      isAddition: true,
      lines: 1,
      linesInPims: 1,
      furtherLines: 0,
    });
  });

  it('compares only the changed fields of a line that others added', () => {
    const steps = [change('4', { UNIT_PRICE: '3.50' })];
    const side = inPims([
      ...twoInPims,
      { LINE_NUMBER: '4', PART_CODE: 'D', QUANTITY: '6', UNIT_PRICE: '3.5' },
    ]);
    expect(rowOf([sent({ isAddition: true, steps })], side)).toMatchObject({
      verdict: 'same',
      lines: 1,
      units: '0',
      unitsInPims: '0',
      furtherLines: 2,
    });
    expect(rowOf([sent({ isAddition: true, steps })], inPims(twoInPims))).toMatchObject({
      verdict: 'differs',
    });
  });

  it('expects of two submissions’ changes the one that PIMS took last', () => {
    const paused = sent({
      id: 'paused',
      isAddition: true,
      steps: [{ ...change('2', { QUANTITY: '6' }), endedAt: '2026-06-15T12:00:00.000Z' }],
    });
    const later = sent({
      id: 'later',
      isAddition: true,
      steps: [{ ...change('2', { QUANTITY: '5' }), endedAt: '2026-06-15T11:00:00.000Z' }],
    });
    const side = inPims([twoInPims[0] ?? {}, { ...twoInPims[1], QUANTITY: '6' }]);
    expect(rowOf([sent({ steps: [header(), ...two] }), paused, later], side)).toMatchObject({
      verdict: 'same',
    });
  });

  it('passes over a change that a person decided to leave out', () => {
    expect(rowOf([sent({ isAddition: true, steps: [change('2', {})] })], inPims(twoInPims))).toMatchObject({
      verdict: 'same',
      lines: 0,
    });
  });

  it('finds a line to which PIMS gave no number by what it holds', () => {
    const steps = [header(), line(null, { PART_CODE: 'B', QUANTITY: '2.5' })];
    expect(rowOf([sent({ steps })], inPims(twoInPims))).toMatchObject({ verdict: 'same', furtherLines: 1 });
    expect(rowOf([sent({ steps })], inPims(twoInPims.slice(0, 1)))).toMatchObject({
      differences: [{ kind: 'line-missing', line: '' }],
    });
  });

  it('takes either value for a field whose change is on its way', () => {
    const first = sent({ id: 'first', steps: [header(), ...two] });
    const doubtful = sent({
      id: 'doubtful',
      isAddition: true,
      state: 'checking',
      steps: [open(change('2', { QUANTITY: '9' }), 'unknown')],
    });
    for (const QUANTITY of ['2.5', '9']) {
      const side = inPims([twoInPims[0] ?? {}, { ...twoInPims[1], QUANTITY }]);
      expect(rowOf([first, doubtful], side)).toMatchObject({
        verdict: 'not-in-pims-yet',
        differences: [],
        why: 'In the outbox: checking whether it arrived.',
      });
    }
  });
});

describe('an order that is not in PIMS yet', () => {
  const planned = [open(header()), ...two.map((step) => open(step))];

  it.each([
    ['queued', 'In the outbox: queued.'],
    ['held', 'In the outbox: held: needs you.'],
    ['needs-attention', 'In the outbox: needs attention.'],
    ['withdrawn', 'Back in drafts.'],
  ] as const)('says where it is: %s', (state, why) => {
    const notAsked = { kind: 'not-asked', why: 'Not asked.' } as const;
    expect(rowOf([sent({ orderNumber: null, state, steps: planned })], notAsked)).toMatchObject({
      verdict: 'not-in-pims-yet',
      why,
      lines: 2,
      units: '4.5',
      linesInPims: 0,
      unitsInPims: '0',
      checkedAt: null,
    });
  });

  it('says that its draft was removed', () => {
    const gone = sent({ orderNumber: null, state: 'withdrawn', draftRemoved: true, steps: planned });
    expect(rowOf([gone], { kind: 'not-asked', why: '' }).why).toBe('Taken back and removed.');
  });

  it('is one row with the corrected draft that went on with it, whose lines count once', () => {
    const refused = sent({
      id: 'refused',
      draftId: 'd',
      state: 'withdrawn',
      steps: [header(), two[0] ?? header(), open(line('2', { PART_CODE: 'X', QUANTITY: '99' }), 'rejected')],
    });
    const corrected = sent({ id: 'corrected', draftId: 'd', steps: two.slice(1) });
    expect(rowOf([refused, corrected], inPims(twoInPims))).toMatchObject({
      verdict: 'same',
      lines: 2,
      units: '4.5',
      submissions: 2,
      submissionId: 'corrected',
      state: 'sent',
    });
  });

  it('still tells what differs of the part that is there', () => {
    const steps = [header(), two[0] ?? header(), open(two[1] ?? header(), 'rejected')];
    const half = sent({ state: 'needs-attention', steps });
    expect(rowOf([half], inPims(twoInPims.slice(0, 1)))).toMatchObject({
      verdict: 'not-in-pims-yet',
      lines: 2,
      linesInPims: 1,
    });
    expect(rowOf([half], inPims([]))).toMatchObject({ verdict: 'differs' });
  });
});

describe('an order that was not checked', () => {
  it('says why, and nothing of PIMS', () => {
    const side = { kind: 'not-asked', why: 'PIMS can’t be reached.' } as const;
    expect(rowOf([sent({ steps: [header(), ...two] })], side)).toMatchObject({
      verdict: 'not-checked',
      why: 'PIMS can’t be reached.',
      linesInPims: null,
      unitsInPims: null,
      furtherLines: 0,
      checkedAt: null,
    });
  });
});
