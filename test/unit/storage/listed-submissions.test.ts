import { describe, expect, it } from 'vitest';
import { createSubmissionRepository } from '../../../electron/storage/submissions/submissions.ts';
import { draftIdSchema, orderNumberSchema, submissionIdSchema } from '../../../shared/ids.ts';
import { openTestDatabase, someTime } from './open-test-database.ts';

/** So many that are sent, the first of them ended last of all, then one that waits. */
function manySent(count: number) {
  const { db, connectionId } = openTestDatabase();
  const submissions = createSubmissionRepository(db);
  const queue = (name: string) => {
    const id = submissionIdSchema.parse(name);
    submissions.insert({
      id,
      draftId: draftIdSchema.parse(`draft of ${name}`),
      connectionId,
      reference: `Ü-${name}`,
      customerCode: 'M-1000',
      stepsTotal: 2,
      queuedAt: someTime,
      orderNumber: orderNumberSchema.parse(`5${name}`),
      duplicateConfirmed: false,
      referenceField: 'REFERENCE_NUMBER',
      isAddition: false,
    });
    return id;
  };
  for (let index = 1; index <= count; index += 1) {
    const second = index === 1 ? 59 : index;
    const finishedAt = `2026-05-15T10:00:${String(second).padStart(2, '0')}.000Z`;
    submissions.move(queue(String(index)), ['queued'], { state: 'sent', finishedAt });
  }
  queue('open');
  return submissions;
}

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('the submissions that are listed', () => {
  it('are all that have not ended, and those that ended last, in the order in which they were queued', () => {
    const submissions = manySent(9);
    expect(ids(submissions.list(100))).toEqual(['open', '9', '8', '7', '6', '5', '4', '3', '2', '1']);
    expect(ids(submissions.list(3))).toEqual(['open', '9', '8', '1']);
    expect(ids(submissions.list(0))).toEqual(['open']);
  });

  it('leave none out of a search, whatever the case', () => {
    const submissions = manySent(12);
    expect(ids(submissions.searchFinished('ü-1', 10))).toEqual(['12', '11', '10', '1']);
    expect(ids(submissions.searchFinished(' 52 ', 10))).toEqual(['2']);
    expect(ids(submissions.searchFinished('m-1000', 2))).toEqual(['12', '11']);
    expect(submissions.searchFinished('open', 10)).toEqual([]);
  });
});
