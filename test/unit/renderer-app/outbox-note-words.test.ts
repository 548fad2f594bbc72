import { describe, expect, it } from 'vitest';
import { backWords, problemWords, sentWords } from '../../../renderer/app/outbox-note-words.ts';
import { aSubmission, order } from '../shared/a-submission.ts';

const addition = aSubmission({ isAddition: true, orderNumber: order, reference: '' });

describe('what a note tells of a submission', () => {
  it.each([
    [aSubmission({ orderNumber: order }), 'Order 54321 is in PIMS.'],
    [aSubmission(), 'The order with reference R-1 is in PIMS.'],
    // A person may have let a change go: then PIMS has nothing that was submitted.
    [addition, 'What was submitted for order 54321 is done.'],
  ])('once it is done (%#)', (submission, words) => {
    expect(sentWords(submission)).toBe(words);
  });

  it('once it is a draft again', () => {
    expect(backWords(aSubmission())).toBe('The order with reference R-1 went back to the drafts.');
    expect(backWords(aSubmission({ orderNumber: order, stepsDone: 3 }))).toBe(
      'The order with reference R-1 went back to the drafts. What order 54321 has of it stays in PIMS.',
    );
  });

  it('when a person has to decide', () => {
    expect(problemWords(aSubmission())).toBe('The order with reference R-1 needs attention.');
    expect(problemWords(addition)).toBe('The additions to order 54321 need attention.');
  });
});
