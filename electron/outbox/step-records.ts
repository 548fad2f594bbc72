import { DeskError, type DeskErrorShape } from '../../shared/errors.ts';
import type { ConnectionId, SubmissionId } from '../../shared/ids.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../storage/database.ts';
import type { DraftRepository } from '../storage/drafts.ts';
import type { JournalRepository } from '../storage/journal.ts';
import type { LockCodeRepository } from '../storage/lock-codes.ts';
import type { DueStep, StepAnswer, StepRepository } from '../storage/steps.ts';
import type { SubmissionRepository } from '../storage/submissions.ts';
import { answerNote, unknownProblem } from './words.ts';

/**
 * The changes of state that sending an order makes, each one transaction that is on disk when the call returns and
 * that names the state it expects (design section 6). All throw when the disk fails; the caller then stops.
 */
export interface StepRecords {
  /** Before the first byte is sent. False when the submission was taken back meanwhile: then nothing may be sent. */
  intend(submission: Submission, step: DueStep): boolean;
  done(submission: Submission, step: DueStep, answer: StepAnswer): void;
  /** PIMS has not got the step: it is still to be sent. */
  notApplied(submission: Submission, step: DueStep, problem: DeskErrorShape): void;
  rejected(submission: Submission, step: DueStep, problem: DeskErrorShape): void;
  unknown(submission: Submission, step: DueStep, problem: DeskErrorShape): void;
  /** Every step is done. */
  sent(submission: Submission): void;
  withdraw(submission: Submission): boolean;
  /**
   * After a start: what was intended and never ended is of unknown outcome, everything else goes on where it was.
   * Also for one connection whose queue stands still. Answers the submissions that now need attention.
   */
  recover(connectionId?: ConnectionId): SubmissionId[];
}

interface StepRecordsOptions {
  readonly db: Database;
  readonly submissions: SubmissionRepository;
  readonly steps: StepRepository;
  readonly journal: JournalRepository;
  readonly drafts: DraftRepository;
  readonly lockCodes: LockCodeRepository;
  readonly clock: Clock;
}

export function createStepRecords(options: StepRecordsOptions): StepRecords {
  const { db, submissions, steps, journal, drafts, lockCodes, clock } = options;
  const now = () => clock.now().toISOString();

  function expect(took: boolean, what: string, id: SubmissionId): void {
    if (!took) throw new DeskError('internal', `The journal does not allow it: ${what}.`, { id });
  }

  function end(
    submission: Submission,
    step: DueStep,
    state: 'rejected' | 'unknown',
    problem: DeskErrorShape,
  ): void {
    const { id } = submission;
    const at = now();
    db.transaction(() => {
      expect(steps.end(id, step.ordinal, state, at), `step ${step.ordinal} is not under way`, id);
      expect(
        submissions.move(id, ['sending'], { state: 'needs-attention', problem }),
        'it is not being sent',
        id,
      );
      journal.add(id, at, state === 'unknown' ? 'unknown' : 'not-applied', step.ordinal, problem.message);
    });
  }

  return {
    intend(submission, step) {
      const { id } = submission;
      const at = now();
      return db.transaction(() => {
        if (submissions.find(id)?.state !== 'sending') return false;
        expect(steps.intend(id, step, at), `step ${step.ordinal} is not to be sent`, id);
        journal.add(id, at, 'intended', step.ordinal, '');
        return true;
      });
    },
    done(submission, step, answer) {
      const { id, connectionId } = submission;
      const at = now();
      db.transaction(() => {
        expect(steps.done(id, step.ordinal, answer, at), `step ${step.ordinal} is not under way`, id);
        const orderNumber = answer.kind === 'create-order' ? answer.orderNumber : null;
        expect(submissions.countStep(id, orderNumber), 'it is not being sent', id);
        journal.add(id, at, 'done', step.ordinal, answerNote(answer));
        if (step.kind === 'add-line' && answer.kind === 'add-line') {
          lockCodes.learn(connectionId, step.orderNumber, [answer.line], at);
        }
      });
    },
    notApplied({ id }, step, problem) {
      const at = now();
      db.transaction(() => {
        expect(steps.end(id, step.ordinal, 'planned', at), `step ${step.ordinal} is not under way`, id);
        journal.add(id, at, 'not-applied', step.ordinal, problem.message);
      });
    },
    rejected: (submission, step, problem) => end(submission, step, 'rejected', problem),
    unknown: (submission, step, problem) => end(submission, step, 'unknown', problem),
    sent({ id, draftId }) {
      const at = now();
      db.transaction(() => {
        expect(
          submissions.move(id, ['sending'], { state: 'sent', finishedAt: at }),
          'it is not being sent',
          id,
        );
        drafts.move(draftId, 'queued', 'sent', at);
        journal.add(id, at, 'sent', null, '');
      });
    },
    withdraw({ id, draftId }) {
      const at = now();
      return db.transaction(() => {
        if (!submissions.withdraw(id, at)) return false;
        expect(drafts.move(draftId, 'queued', 'open', at), 'its draft is not in the outbox', id);
        journal.add(id, at, 'withdrawn', null, '');
        return true;
      });
    },
    recover(only) {
      const concerns = (id: ConnectionId) => only === undefined || id === only;
      const at = now();
      return db.transaction(() => {
        const stopped = new Set<SubmissionId>();
        for (const { submissionId: id, ...step } of steps.listIntended()) {
          const submission = submissions.find(id);
          if (submission === undefined || !concerns(submission.connectionId)) continue;
          const problem = unknownProblem(step, submission, 'Order Desk stopped before it had the answer.');
          steps.end(id, step.ordinal, 'unknown', at);
          submissions.move(id, [submission.state], { state: 'needs-attention', problem });
          journal.add(id, at, 'unknown', step.ordinal, problem.message);
          stopped.add(id);
        }
        for (const connectionId of submissions.connectionsWithWork().filter(concerns)) {
          submissions.moveAll(connectionId, ['sending', 'waiting', 'held'], { state: 'queued' });
        }
        return [...stopped];
      });
    },
  };
}
