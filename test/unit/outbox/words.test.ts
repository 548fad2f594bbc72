import { describe, expect, it } from 'vitest';
import {
  asDeskError,
  conflictProblem,
  differsProblem,
  numberList,
  rejectedProblem,
  stepLabel,
  unknownNote,
  unsureProblem,
  withdrawnNote,
} from '../../../electron/outbox/words.ts';
import { DeskError } from '../../../shared/errors.ts';
import { orderNumberSchema } from '../../../shared/ids.ts';

const create = { kind: 'create-order', ordinal: 0, request: { REFERENCE_NUMBER: 'R-1' } } as const;
const addLine = (ordinal: number) =>
  ({ kind: 'add-line', ordinal, request: { PART_CODE: 'MDVQ4LL/A', QUANTITY: '5' } }) as const;
const update = {
  kind: 'update-line',
  ordinal: -1,
  targetLine: '7',
  request: { QUANTITY: '8', DESCRIPTION: '' },
} as const;
const orderNumber = orderNumberSchema.parse('54321');
const nowhere = { reference: 'R-1', orderNumber: null, isAddition: false };
const ours = { reference: 'R-1', orderNumber, isAddition: false };
const theirs = { reference: '', orderNumber, isAddition: true };

describe('what a step is called', () => {
  it.each([
    [create, 'order R-1'],
    [addLine(3), 'line 3 (MDVQ4LL/A × 5)'],
    [{ ...addLine(1), request: { DESCRIPTION: 'Labour', QUANTITY: '1' } }, 'line 1 (Labour × 1)'],
  ])('%j: %s', (step, label) => {
    expect(stepLabel(step, false)).toBe(label);
  });

  it.each([
    [addLine(1), 'new line 1 (MDVQ4LL/A × 5)'],
    [update, 'the change of line 7 (QUANTITY 8, DESCRIPTION empty)'],
    [{ ...update, request: {} }, 'the change of line 7'],
  ])('%j, for an order of others: %s', (step, label) => {
    expect(stepLabel(step, true)).toBe(label);
  });
});

describe('a refused step', () => {
  const error = new DeskError('rejected', 'PIMS said: blocked', { status: 400 });

  it('tells PIMS’s words and how to go on, before anything is in PIMS', () => {
    const problem = rejectedProblem(create, nowhere, error);
    expect(problem).toMatchObject({ code: 'rejected', details: { status: 400, orderNumber: null } });
    expect(problem.message).toBe(
      'PIMS said: blocked. It was about order R-1. Nothing of it is in PIMS. ' +
        'Take it back to its draft, correct it and submit it again.',
    );
  });

  it('at a line tells which order it goes on with', () => {
    const { message } = rejectedProblem(addLine(2), ours, error);
    expect(message).toMatch(/Order 54321 is in PIMS.*goes on with this order/);
  });

  it('at an order of others tells what is not in it, and that nothing typed is lost', () => {
    const line = rejectedProblem(addLine(2), theirs, error);
    expect(line.message).toBe(
      'PIMS said: blocked. It was about new line 2 (MDVQ4LL/A × 5). Neither this line nor what comes after it is in ' +
        'order 54321; what you typed is kept. Take it back to its draft, correct it and submit it again.',
    );
    const change = rejectedProblem(update, theirs, error);
    expect(change.message).toContain(
      'It was about the change of line 7 (QUANTITY 8, DESCRIPTION empty). Neither this change nor what comes after it',
    );
    expect(change.message).not.toContain('lock code');
  });

  it('at a line whose lock code is hidden says what helps if that is the reason', () => {
    const { message } = rejectedProblem(update, theirs, error, true);
    expect(message).toMatch(
      /If the lock code is the reason, change the line in PIMS itself.*Else take it back/,
    );
  });
});

describe('a step of unknown outcome', () => {
  it('says what happened, and that it is being checked', () => {
    expect(unknownNote(addLine(2), ours, 'It broke.')).toMatch(
      /whether line 2 \(MDVQ4LL\/A × 5\).*It broke\. Checking/,
    );
  });

  it('tells what PIMS has that may be it: by the reference, or in the order', () => {
    const before = unsureProblem(create, nowhere, 2);
    expect(before).toMatchObject({
      code: 'unknown-outcome',
      message: expect.stringContaining('2 orders with the reference R-1'),
    });
    const within = unsureProblem(addLine(2), ours, 1);
    expect(within.message).toMatch(/line 2 \(MDVQ4LL\/A × 5\).*a line in order 54321/);
  });
});

describe('a change that met somebody else’s', () => {
  const differing = [{ field: 'QUANTITY', sent: '8', has: '7' }];

  it('says that nothing was sent, when nothing was', () => {
    expect(conflictProblem(update, theirs, differing, false).message).toBe(
      'Somebody changed line 7 of order 54321 since you saw it: QUANTITY is “7” there, and you typed “8”. ' +
        'Choose what the line is to have. Nothing of this change was sent.',
    );
  });

  it('says that it may have arrived, when it was', () => {
    expect(conflictProblem(update, theirs, differing, true).message).toMatch(
      /^It is not known whether the change of line 7 .* arrived, and somebody changed line 7 of order 54321/,
    );
  });
});

describe('what went back to its draft', () => {
  it.each([
    [{ ...nowhere, stepsDone: 0 }, 'Nothing of it is in PIMS.'],
    [{ ...ours, stepsDone: 2 }, '2 of its 4 steps are in PIMS, as order 54321. They stay there'],
    [{ ...theirs, stepsDone: 1 }, '1 of its 4 steps is in PIMS, in order 54321. It stays there'],
  ])('%j: %s', (submission, words) => {
    expect(withdrawnNote({ ...submission, stepsTotal: 4 })).toContain(words);
  });
});

describe('an order that differs in PIMS', () => {
  it('names the first few differences of thousands, since the words stand in every list', () => {
    const words = Array.from({ length: 10_000 }, (_, index) => `line ${index + 1}: PRICE was sent as “1”`);
    const { message } = differsProblem(orderNumber, ours, words);
    expect(message).toContain('as it was sent: line 1: PRICE');
    expect(message).toContain('; line 5: PRICE was sent as “1”; and 9995 more. Open the order');
    expect(differsProblem(orderNumber, theirs, words.slice(0, 2)).message).toContain(
      'in order 54321, but not as it was sent: line 1: PRICE was sent as “1”; line 2: PRICE was sent as “1”. Open',
    );
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
