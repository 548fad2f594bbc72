import { describe, expect, it } from 'vitest';
import {
  leftInPims,
  partInPims,
  wayBack,
  whyNoWayBack,
} from '../../../renderer/outbox/submission/back-to-draft.ts';
import { submissionStates } from '../../../shared/outbox/submission.ts';
import { aSubmission, order } from '../shared/a-submission.ts';

const under = aSubmission({
  state: 'sending',
  orderNumber: order,
  stepsDone: 38,
  stepsTotal: 121,
  backToDraft: 'soon',
});

describe('partInPims', () => {
  it('counts the lines of an order that it makes', () => {
    expect(partInPims(under)).toBe('37 of 120 lines are in PIMS as order 54321');
    expect(partInPims({ ...under, stepsDone: 2 })).toBe('1 of 120 lines is in PIMS as order 54321');
    expect(partInPims({ ...under, stepsDone: 1 })).toBe(
      'Order 54321 is in PIMS without any of the 120 lines',
    );
    expect(partInPims({ ...under, stepsDone: 1, stepsTotal: 1 })).toBe('Order 54321 is in PIMS');
  });

  it('counts the lines that it brings to an order of an earlier submission', () => {
    const goingOn = aSubmission({ makesOrder: false, orderNumber: order, stepsDone: 3, stepsTotal: 5 });
    expect(partInPims(goingOn)).toBe('3 of 5 lines are in PIMS as order 54321');
    expect(partInPims({ ...goingOn, stepsDone: 0 })).toBe('');
  });

  it('counts new lines and changes of an order that was there before', () => {
    const addition = aSubmission({ isAddition: true, orderNumber: order, stepsDone: 1, stepsTotal: 5 });
    expect(partInPims(addition)).toBe('1 of 5 new lines and changes is in order 54321');
  });
});

describe('wayBack', () => {
  it('takes what is not begun back at once, without a question', () => {
    expect(wayBack(aSubmission())).toEqual({
      label: 'Back to draft',
      says: 'Nothing of it is in PIMS.',
      question: null,
    });
  });

  it('calls off what is under way after its step, and asks when something is in PIMS', () => {
    expect(wayBack(aSubmission({ state: 'sending', backToDraft: 'soon' }))).toMatchObject({
      label: 'Call off',
      says: expect.stringContaining('step under way is finished first'),
      question: null,
    });
    expect(wayBack(under)?.question).toEqual({
      title: 'Call the rest off?',
      text: expect.stringContaining(
        '37 of 120 lines are in PIMS as order 54321: they stay there, the rest goes back to the draft.',
      ),
      confirm: 'Call off the rest',
    });
  });

  it('is not there while a person has to decide first, or when nothing is left to take back', () => {
    expect(wayBack({ ...under, backToDraft: 'after-decision' })).toBeNull();
    expect(wayBack({ ...under, backToDraft: 'no' })).toBeNull();
  });
});

describe('whyNoWayBack', () => {
  it('gives a reason only for what is not finished and can’t go back', () => {
    const silent = submissionStates.filter((state) => whyNoWayBack({ state, backToDraft: 'no' }) === '');
    expect(silent).toEqual(['sent', 'withdrawn']);
    expect(whyNoWayBack({ state: 'accepted', backToDraft: 'no' })).toContain('Everything of it is in PIMS');
    expect(whyNoWayBack({ state: 'calling-off', backToDraft: 'no' })).toContain('once it is known');
    expect(whyNoWayBack({ state: 'sending', backToDraft: 'soon' })).toBe('');
  });
});

it('what stays in PIMS is said of what went back, and that the draft goes on with it', () => {
  const back = aSubmission({
    state: 'withdrawn',
    orderNumber: order,
    stepsDone: 38,
    stepsTotal: 121,
    backToDraft: 'no',
  });
  expect(leftInPims(back)).toBe(
    '37 of 120 lines are in PIMS as order 54321. Submitting the draft again goes on with that order.',
  );
  expect(leftInPims(aSubmission({ state: 'withdrawn' }))).toBe('');
});
