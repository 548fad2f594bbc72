import { describe, expect, it } from 'vitest';
import { asDeskError, rejectedProblem, stepLabel, unknownProblem } from '../../../electron/outbox/words.ts';
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

  it.each([
    [1, 'with no line'],
    [2, 'with its first line;'],
    [4, 'with its first 3 lines'],
  ])('at line %i tells what is in PIMS: %s', (ordinal, words) => {
    const { message } = rejectedProblem(addLine(ordinal), { reference: 'R-1', orderNumber }, error);
    expect(message).toContain(`Order 54321 is in PIMS ${words}`);
  });
});

describe('a step of unknown outcome', () => {
  it('tells where to look: by the reference, or in the order', () => {
    const before = unknownProblem(create, { reference: 'R-1', orderNumber: null }, 'It broke.');
    expect(before).toMatchObject({
      code: 'unknown-outcome',
      message: expect.stringMatching(/It broke\..*reference R-1/),
    });
    const within = unknownProblem(addLine(2), { reference: 'R-1', orderNumber }, 'It broke.');
    expect(within.message).toMatch(/line 2 \(MDVQ4LL\/A × 5\).*Open order 54321/);
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
