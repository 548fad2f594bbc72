import { describe, expect, it } from 'vitest';
import {
  adoptQuestion,
  adoptSays,
  attentionTitle,
  canAdopt,
  candidateName,
  choicesFor,
  notThereQuestion,
  sendQuestion,
} from '../../../renderer/outbox/decision/decision-words.ts';
import { orderNumberSchema } from '../../../shared/ids.ts';
import { attentionKinds, type Candidate, type Evidence } from '../../../shared/outbox/evidence.ts';
import type { Submission } from '../../../shared/outbox/submission.ts';

const candidate: Candidate = { id: '7', fields: {}, differences: [] };
const begun = {
  reference: 'R-1',
  orderNumber: orderNumberSchema.parse('54321'),
  isAddition: false,
  backToDraft: 'no' as Submission['backToDraft'],
  stepsDone: 1,
  stepsTotal: 4,
};
const change = { ordinal: -1, kind: 'update-line' } as const;
const notBegun = { ...begun, orderNumber: null, stepsDone: 0 };

function evidence(kind: Evidence['kind'], part: Partial<Evidence> = {}): Evidence {
  const step = { ordinal: 0, kind: 'create-order' } as const;
  return { kind, step, sent: {}, base: null, candidates: [], lookedAt: '2026-11-21T10:00:00.000Z', ...part };
}

const labels = (...args: Parameters<typeof choicesFor>) => choicesFor(...args).map(({ label }) => label);

describe('choicesFor', () => {
  it('offers only what the main process allows for each kind', () => {
    expect(labels(evidence('refused'), { ...begun, backToDraft: 'now' })).toEqual([
      'Back to draft',
      'Send it again',
      'Open order 54321',
    ]);
    expect(labels(evidence('unsure', { candidates: [candidate] }), notBegun)).toEqual([
      'It isn’t there: send it',
      'Open in Orders',
    ]);
    expect(labels(evidence('duplicate'), { ...notBegun, backToDraft: 'now' })).toEqual([
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
    for (const { says } of choicesFor(evidence(kind), { ...begun, backToDraft: 'now' })) {
      expect(says).toMatch(/^[A-Z].*\.\s*$/);
    }
  });

  it('leads back to the draft after the person has said that the step isn’t there', () => {
    const choices = choicesFor(evidence('unsure', { candidates: [candidate] }), {
      ...notBegun,
      backToDraft: 'after-decision',
    });
    expect(choices.map(({ kind }) => kind)).toEqual(['send', 'not-there', 'look']);
    expect(choices[1]).toMatchObject({
      label: 'It isn’t there: back to draft',
      says: expect.stringContaining('Only if you are sure that the order is not in PIMS'),
    });
  });

  it('leaves a conflict to its own table, and offers the draft and the order beside it', () => {
    expect(labels(evidence('conflict', { step: change }), { ...begun, backToDraft: 'now' })).toEqual([
      'Back to draft',
      'Open order 54321',
    ]);
    expect(canAdopt(evidence('conflict', { step: change, candidates: [candidate] }))).toBe(false);
  });

  it('calls a change a change', () => {
    const refused = evidence('refused', { step: change });
    expect(attentionTitle(refused)).toBe('PIMS refused a change of a line');
    const [send] = choicesFor(refused, begun);
    expect(send?.says).toBe('Sends the same change unchanged, when PIMS has been put right.');
    expect(adoptSays(evidence('unsure', { step: change }), { ...begun, isAddition: true })).toContain(
      'The change counts as arrived; the 2 steps after it follow',
    );
    expect(candidateName(candidate, refused)).toBe('Line 7');
  });

  it('says that a corrected draft goes on with the order that is there', () => {
    const [draft] = choicesFor(evidence('refused'), { ...begun, backToDraft: 'now' });
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
    cautious: true,
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

it('the question before a doubtful step goes back to the draft says what may come of it', () => {
  expect(notThereQuestion(evidence('unsure', { candidates: [candidate] })).text).toBe(
    'If the order shown is it after all, PIMS will have it twice once the draft is submitted again.',
  );
  expect(notThereQuestion(evidence('unreadable')).text).toContain('If the order is in PIMS after all');
});

it('a candidate without a number is called so', () => {
  expect(candidateName({ id: '' }, evidence('unsure'))).toBe('An order without a number');
  expect(candidateName({ id: '3' }, { step: { ordinal: 1, kind: 'add-line' } })).toBe('Line 3');
});
