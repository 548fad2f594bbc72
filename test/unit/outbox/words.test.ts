import { describe, expect, it } from 'vitest';
import {
  asDeskError,
  numberList,
  rejectedProblem,
  stepLabel,
  unknownNote,
  unsureProblem,
} from '../../../electron/outbox/words.ts';
import { DeskError } from '../../../shared/errors.ts';
import { orderNumberSchema } from '../../../shared/ids.ts';

const create = { kind: 'create-order', ordinal: 0, request: { REFERENCE_NUMBER: 'R-1' } } as const;
const addLine = (ordinal: number) =>
  ({ kind: 'add-line', ordinal, request: { PART_CODE: 'MDVQ4LL/A', QUANTITY: '5' } }) as const;
const orderNumber = orderNumberSchema.parse('54321');

describe('what a step is called', () => {
  it.each([
    [create, 'order R-1'],
    [addLine(3), 'line 3 (MDVQ4LL/A × 5)'],
    [{ ...addLine(1), request: { DESCRIPTION: 'Labour', QUANTITY: '1' } }, 'line 1 (Labour × 1)'],
  ])('%j: %s', (step, label) => {
    expect(stepLabel(step)).toBe(label);
  });
});

describe('a refused step', () => {
  const error = new DeskError('rejected', 'PIMS said: blocked', { status: 400 });

  it('tells PIMS’s words and how to go on, before anything is in PIMS', () => {
    const problem = rejectedProblem(create, { reference: 'R-1', orderNumber: null }, error);
    expect(problem).toMatchObject({ code: 'rejected', details: { status: 400, orderNumber: null } });
    expect(problem.message).toContain('PIMS said: blocked.');
    expect(problem.message).toContain('Take it back to its draft');
  });

  it('at a line tells which order it goes on with', () => {
    const { message } = rejectedProblem(addLine(2), { reference: 'R-1', orderNumber }, error);
    expect(message).toMatch(/Order 54321 is in PIMS.*goes on with this order/);
  });
});

describe('a step of unknown outcome', () => {
  it('says what happened, and that it is being checked', () => {
    expect(unknownNote(addLine(2), 'It broke.')).toMatch(/line 2 \(MDVQ4LL\/A × 5\).*It broke\. Checking/);
  });

  it('tells what PIMS has that may be it: by the reference, or in the order', () => {
    const before = unsureProblem(create, { reference: 'R-1', orderNumber: null }, 2);
    expect(before).toMatchObject({
      code: 'unknown-outcome',
      message: expect.stringContaining('2 orders with the reference R-1'),
    });
    const within = unsureProblem(addLine(2), { reference: 'R-1', orderNumber }, 1);
    expect(within.message).toMatch(/line 2 \(MDVQ4LL\/A × 5\).*a line in order 54321/);
  });
});

describe('orders by their numbers', () => {
  it.each([
    [[], 'an order without a number'],
    [['1'], 'order 1'],
    [['1', '2'], 'the orders 1, 2'],
    [['1', '2', '3', '4', '5'], 'the orders 1, 2, 3 and 2 more'],
  ])('%j: %s', (numbers, words) => {
    expect(numberList(numbers)).toBe(words);
  });
});

describe('any thrown value', () => {
  it('can be shown, without its inner words', () => {
    const known = new DeskError('rejected', 'x');
    expect(asDeskError(known)).toBe(known);
    expect(asDeskError(new TypeError('undefined is not a function'))).toMatchObject({
      code: 'internal',
      message: expect.not.stringContaining('undefined'),
    });
  });
});
