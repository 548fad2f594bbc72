import { describe, expect, it } from 'vitest';
import {
  adoptQuestion,
  adoptSays,
  canAdopt,
  candidateName,
  choicesFor,
  sendQuestion,
} from '../../../renderer/outbox/decision-words.ts';
import { orderNumberSchema } from '../../../shared/ids.ts';
import { attentionKinds, type Candidate, type Evidence } from '../../../shared/outbox/evidence.ts';

const candidate: Candidate = { id: '7', fields: {}, differences: [] };
const begun = {
  reference: 'R-1',
  orderNumber: orderNumberSchema.parse('54321'),
  canWithdraw: false,
  stepsDone: 1,
  stepsTotal: 4,
};
const notBegun = { ...begun, orderNumber: null, stepsDone: 0 };

function evidence(kind: Evidence['kind'], part: Partial<Evidence> = {}): Evidence {
  const step = { ordinal: 0, kind: 'create-order' } as const;
  return { kind, step, sent: {}, candidates: [], lookedAt: '2026-11-21T10:00:00.000Z', ...part };
}

const labels = (...args: Parameters<typeof choicesFor>) => choicesFor(...args).map(({ label }) => label);

describe('choicesFor', () => {
  it('offers only what the main process allows for each kind', () => {
    expect(labels(evidence('refused'), { ...begun, canWithdraw: true })).toEqual([
      'Back to draft',
      'Send it again',
      'Open order 54321',
    ]);
    expect(labels(evidence('unsure', { candidates: [candidate] }), notBegun)).toEqual([
      'It isn’t there: send it',
      'Open in Orders',
    ]);
    expect(labels(evidence('duplicate'), { ...notBegun, canWithdraw: true })).toEqual([
      'Send it all the same',
      'Back to draft',
      'Open in Orders',
    ]);
    expect(labels(evidence('unreadable'), begun)).toEqual(['Look once more', 'Open order 54321']);
    expect(labels(evidence('differs', { step: null }), begun)).toEqual([
      'Open order 54321',
      'Take it as it is',
    ]);
  });

  it.each(attentionKinds)('says for every choice of %s what will happen', (kind) => {
    for (const { says } of choicesFor(evidence(kind), { ...begun, canWithdraw: true })) {
      expect(says).toMatch(/^[A-Z].*\.\s*$/);
    }
  });

  it('says that a corrected draft goes on with the order that is there', () => {
    const [draft] = choicesFor(evidence('refused'), { ...begun, canWithdraw: true });
    expect(draft?.says).toContain('goes on with order 54321');
  });
});

describe('“It is this one”', () => {
  it('is offered where a candidate may be the step, and nowhere else', () => {
    const kinds = attentionKinds.filter((kind) => canAdopt(evidence(kind, { candidates: [candidate] })));
    expect(kinds).toEqual(['unsure', 'duplicate']);
    expect(canAdopt(evidence('unsure'))).toBe(false);
  });

  it('says what follows', () => {
    expect(adoptSays(evidence('unsure'), notBegun)).toContain('the 3 lines after it follow');
    expect(adoptSays(evidence('unsure'), { ...begun, stepsDone: 3 })).toContain('nothing more is sent');
    expect(adoptSays(evidence('duplicate'), { ...notBegun, stepsTotal: 2 })).toBe(
      'No new order is made: the 1 line of this one is added to it.',
    );
  });
});

it('the question before taking a candidate says what follows, and that it stays so', () => {
  expect(adoptQuestion(candidate, evidence('unsure'), begun)).toEqual({
    title: 'Order 7 is it?',
    text: expect.stringMatching(/2 lines after it follow.*can’t be taken back/),
    confirm: 'It is order 7',
  });
});

it('the question before sending says how many there would be', () => {
  const line = { ordinal: 2, kind: 'add-line' } as const;
  expect(sendQuestion(evidence('duplicate', { candidates: [candidate, candidate] })).text).toContain(
    '3 orders',
  );
  expect(sendQuestion(evidence('unsure', { step: line, candidates: [candidate] })).text).toBe(
    'If the line shown is it after all, PIMS will have it twice.',
  );
});

it('a candidate without a number is called so', () => {
  expect(candidateName({ id: '' }, evidence('unsure'))).toBe('An order without a number');
  expect(candidateName({ id: '3' }, { step: { ordinal: 1, kind: 'add-line' } })).toBe('Line 3');
});
