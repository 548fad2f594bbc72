import { describe, expect, it } from 'vitest';
import {
  additionWords,
  submissionName,
  submissionSubject,
  waitWords,
} from '../../../renderer/outbox/submission/submission-words.ts';
import { draftLineIdSchema } from '../../../shared/ids.ts';
import { aSubmission, order } from '../shared/a-submission.ts';

describe('what a submission is called', () => {
  const addition = aSubmission({ isAddition: true, orderNumber: order, reference: '' });

  it('is its reference, and for additions the order that they are for', () => {
    expect(submissionName(aSubmission({ orderNumber: order }))).toBe('R-1');
    expect(submissionName(addition)).toBe('Order 54321');
    expect(submissionSubject(aSubmission())).toBe('the order with reference R-1');
    expect(submissionSubject(addition)).toBe('the additions to order 54321');
  });

  it('waits for an older one of the same reference or order, which may be paused', () => {
    const older = aSubmission({ id: 'older' });
    const behind = (isPaused: boolean) => ({ waitsFor: { id: older.id, isPaused } });
    expect(waitWords(aSubmission())).toBe('');
    expect(waitWords(aSubmission(behind(true)))).toBe(
      'Waits for the earlier order with reference R-1, which is paused.',
    );
    expect(waitWords({ ...addition, ...behind(false) })).toBe(
      'Waits for what was submitted earlier for order 54321, which goes first.',
    );
  });

  it('counts new lines that are not blank, and changes', () => {
    const line = (id: string, QUANTITY: string) => ({
      id: draftLineIdSchema.parse(id),
      fields: { QUANTITY },
    });
    const change = { lineNumber: '1', base: {}, fields: { QUANTITY: '2' } };
    expect(additionWords({ lines: [line('a', '1'), line('b', '2'), line('c', '')], changes: [change] })).toBe(
      '2 new lines, 1 change',
    );
    expect(additionWords({ lines: [], changes: [change, { ...change, lineNumber: '2' }] })).toBe('2 changes');
  });
});
