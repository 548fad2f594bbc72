import { DeskError, type DeskErrorShape } from '../../../shared/errors.ts';
import type { ConnectionId, OrderNumber, SubmissionId } from '../../../shared/ids.ts';
import type { Evidence } from '../../../shared/outbox/evidence.ts';
import { withTyped } from '../../../shared/outbox/field-choice.ts';
import type { DueLine, DueStep, StepAnswer } from '../../storage/submissions/steps.ts';
import type { OutboxSubmission } from '../../storage/submissions/submissions.ts';
import type { OutboxStores } from '../outbox-stores.ts';
import { noteStepDone } from '../step-done.ts';
import { answerNote, unknownNote, withdrawnNote } from '../words.ts';

/**
 * The changes of state that sending an order makes, each one transaction that is on disk when the call returns and
 * that names the state it expects (design section 6). All throw when the disk fails; the caller then stops.
 */
export interface StepRecords {
  /**
   * Before the first byte is sent. False when the submission was taken back, called off or paused meanwhile: then
   * nothing may be sent.
   */
  intend(submission: OutboxSubmission, steps: readonly DueStep[]): boolean;
  /**
   * A step is done. The next line that `maySend` lets through is intended in the same transaction, so that an order of many
   * lines waits for the disk once a line; undefined when there is none that may be sent at once.
   */
  done(
    submission: OutboxSubmission,
    step: DueStep,
    answer: StepAnswer,
    maySend: (next: DueLine) => boolean,
  ): DueLine | undefined;
  /** PIMS has not got the step: it is still to be sent. */
  notApplied(submission: OutboxSubmission, step: DueStep, problem: DeskErrorShape): void;
  /** PIMS refuses a step, which was sent or can't be. */
  rejected(submission: OutboxSubmission, step: DueStep, problem: DeskErrorShape): void;
  /** It may have reached PIMS: `why` is what happened. It stays with the queue, which looks before it sends anything. */
  unknown(submission: OutboxSubmission, step: DueStep, why: string): void;
  /** Back to its draft; false while that can't be. What PIMS has of its changes is no longer a change of the draft. */
  withdraw(submission: OutboxSubmission): boolean;
  /**
   * After a start: what was intended and never ended is of unknown outcome, everything goes on where it was. Also for
   * one connection whose queue stands still.
   */
  recover(connectionId?: ConnectionId): void;
}

export function createStepRecords(options: OutboxStores): StepRecords {
  const { db, submissions, steps, journal, known, drafts, changes, clock } = options;
  const now = () => clock.now().toISOString();

  function expect(took: boolean, what: string, id: SubmissionId): void {
    if (!took) throw new DeskError('internal', `The journal does not allow it: ${what}.`, { id });
  }

  function setIntended(id: SubmissionId, step: DueStep, at: string): void {
    expect(steps.intend(id, step, at), `step ${step.ordinal} is not to be sent`, id);
    journal.add(id, at, 'intended', step.ordinal, '');
  }

  /** The next line, unless what PIMS has is to be looked up before it. */
  function nextLine(id: SubmissionId, orderNumber: OrderNumber): DueLine | undefined {
    if (!known.areLinesKnown(id) || !submissions.mayGoOn(id)) return undefined;
    const [next] = steps.lines(id, orderNumber, 'planned', 1);
    return next;
  }

  return {
    intend({ id }, due) {
      const at = now();
      return db.transaction(() => {
        if (!submissions.mayGoOn(id)) return false;
        for (const step of due) setIntended(id, step, at);
        return true;
      });
    },
    done(submission, step, answer, maySend) {
      const at = now();
      const { id } = submission;
      return db.transaction(() => {
        const from = { step: 'intended', submission: 'sending' } as const;
        const took = noteStepDone(options, submission, step, answer, from, at);
        expect(took, `step ${step.ordinal} is not under way`, id);
        journal.add(id, at, 'done', step.ordinal, answerNote(answer));
        const created = answer.kind === 'create-order' ? answer.orderNumber : null;
        const order = step.kind === 'create-order' ? created : step.orderNumber;
        const next = order === null ? undefined : nextLine(id, order);
        if (next === undefined || !maySend(next)) return undefined;
        setIntended(id, next, at);
        return next;
      });
    },
    notApplied({ id }, step, problem) {
      const at = now();
      db.transaction(() => {
        const took = steps.move(id, step.ordinal, 'intended', 'planned', at);
        expect(took, `step ${step.ordinal} is not under way`, id);
        // By the time it goes again, others may have used the reference, or changed the line.
        if (step.kind === 'create-order' && !known.isOwnReference(id)) known.setOrders(id, null);
        if (step.kind === 'update-line') known.setLines(id, null);
        journal.add(id, at, 'not-applied', step.ordinal, problem.message);
      });
    },
    rejected({ id }, step, problem) {
      const at = now();
      db.transaction(() => {
        // A change that can't be sent was never intended.
        const wasPlanned =
          step.kind === 'update-line' && steps.move(id, step.ordinal, 'planned', 'rejected', at);
        const took = wasPlanned || steps.move(id, step.ordinal, 'intended', 'rejected', at);
        expect(took, `step ${step.ordinal} is not under way`, id);
        const { kind, ordinal, request: sent } = step;
        const base = step.kind === 'update-line' ? step.base : null;
        const about = { kind, ordinal };
        const evidence: Evidence = { kind: 'refused', step: about, sent, base, candidates: [], lookedAt: at };
        const standing = { state: 'needs-attention', problem, evidence } as const;
        expect(submissions.move(id, ['sending'], standing), 'it is not being sent', id);
        journal.add(id, at, 'not-applied', ordinal, problem.message);
      });
    },
    unknown(submission, step, why) {
      const at = now();
      const { id } = submission;
      db.transaction(() => {
        const took = steps.move(id, step.ordinal, 'intended', 'unknown', at);
        expect(took, `step ${step.ordinal} is not under way`, id);
        journal.add(id, at, 'unknown', step.ordinal, unknownNote(step, submission, why));
      });
    },
    withdraw(submission) {
      const { id, draftId } = submission;
      const at = now();
      return db.transaction(() => {
        if (!submissions.withdraw(id, at)) return false;
        expect(drafts.move(draftId, 'queued', 'open', at), 'its draft is not in the outbox', id);
        changes.removeLines(draftId, steps.changedLines(id));
        for (const { targetLine: lineNumber, base, request, choices } of steps.chosen(id)) {
          changes.replace(draftId, { lineNumber, base, fields: withTyped(request, choices) });
        }
        journal.add(id, at, 'withdrawn', null, withdrawnNote(submission));
        return true;
      });
    },
    recover(only) {
      const concerns = (id: ConnectionId) => only === undefined || id === only;
      const at = now();
      db.transaction(() => {
        for (const { submissionId: id, ...step } of steps.listIntended()) {
          const submission = submissions.find(id);
          if (submission === undefined || !concerns(submission.connectionId)) continue;
          steps.move(id, step.ordinal, 'intended', 'unknown', at);
          const note = unknownNote(step, submission, 'Order Desk stopped before it had the answer.');
          journal.add(id, at, 'unknown', step.ordinal, note);
        }
        for (const connectionId of submissions.connectionsWithWork().filter(concerns)) {
          submissions.moveAll(connectionId, ['sending', 'waiting', 'held'], { state: 'queued' });
        }
      });
    },
  };
}
