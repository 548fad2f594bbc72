import { DeskError, type DeskErrorShape } from '../../shared/errors.ts';
import type { ConnectionId, SubmissionId } from '../../shared/ids.ts';
import type { Evidence } from '../../shared/outbox/evidence.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../storage/database.ts';
import type { DraftRepository } from '../storage/drafts.ts';
import type { JournalRepository } from '../storage/journal.ts';
import type { KnownBefore } from '../storage/known-before.ts';
import type { LockCodeRepository } from '../storage/lock-codes.ts';
import type { DueStep, StepAnswer, StepRepository } from '../storage/steps.ts';
import type { SubmissionRepository } from '../storage/submissions.ts';
import { answerNote, unknownNote } from './words.ts';

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
  /** It may have reached PIMS: `why` is what happened. It stays with the queue, which looks before it sends anything. */
  unknown(submission: Submission, step: DueStep, why: string): void;
  withdraw(submission: Submission): boolean;
  /**
   * After a start: what was intended and never ended is of unknown outcome, everything goes on where it was. Also for
   * one connection whose queue stands still.
   */
  recover(connectionId?: ConnectionId): void;
}

interface StepRecordsOptions {
  readonly db: Database;
  readonly submissions: SubmissionRepository;
  readonly steps: StepRepository;
  readonly journal: JournalRepository;
  readonly known: KnownBefore;
  readonly drafts: DraftRepository;
  readonly lockCodes: LockCodeRepository;
  readonly clock: Clock;
}

export function createStepRecords(options: StepRecordsOptions): StepRecords {
  const { db, submissions, steps, journal, known, drafts, lockCodes, clock } = options;
  const now = () => clock.now().toISOString();

  function expect(took: boolean, what: string, id: SubmissionId): void {
    if (!took) throw new DeskError('internal', `The journal does not allow it: ${what}.`, { id });
  }

  return {
    intend(submission, step) {
      const { id } = submission;
      const at = now();
      return db.transaction(() => {
        if (!submissions.isSending(id)) return false;
        expect(steps.intend(id, step, at), `step ${step.ordinal} is not to be sent`, id);
        journal.add(id, at, 'intended', step.ordinal, '');
        return true;
      });
    },
    done(submission, step, answer) {
      const { id, connectionId } = submission;
      const at = now();
      db.transaction(() => {
        expect(
          steps.done(id, step.ordinal, 'intended', answer, at),
          `step ${step.ordinal} is not under way`,
          id,
        );
        const orderNumber = answer.kind === 'create-order' ? answer.orderNumber : null;
        expect(submissions.countStep(id, 'sending', orderNumber), 'it is not being sent', id);
        journal.add(id, at, 'done', step.ordinal, answerNote(answer));
        if (step.kind === 'add-line' && answer.kind === 'add-line') {
          lockCodes.learn(connectionId, step.orderNumber, [answer.line], at);
        }
      });
    },
    notApplied({ id }, step, problem) {
      const at = now();
      db.transaction(() => {
        expect(
          steps.move(id, step.ordinal, 'intended', 'planned', at),
          `step ${step.ordinal} is not under way`,
          id,
        );
        // By the time it goes again, others may have used the reference.
        if (step.kind === 'create-order' && !known.isOwnReference(id)) known.setOrders(id, null);
        journal.add(id, at, 'not-applied', step.ordinal, problem.message);
      });
    },
    rejected({ id }, step, problem) {
      const at = now();
      db.transaction(() => {
        expect(
          steps.move(id, step.ordinal, 'intended', 'rejected', at),
          `step ${step.ordinal} is not under way`,
          id,
        );
        const { kind, ordinal, request: sent } = step;
        const about = { kind, ordinal };
        const evidence: Evidence = { kind: 'refused', step: about, sent, candidates: [], lookedAt: at };
        const standing = { state: 'needs-attention', problem, evidence } as const;
        expect(submissions.move(id, ['sending'], standing), 'it is not being sent', id);
        journal.add(id, at, 'not-applied', ordinal, problem.message);
      });
    },
    unknown({ id }, step, why) {
      const at = now();
      db.transaction(() => {
        expect(
          steps.move(id, step.ordinal, 'intended', 'unknown', at),
          `step ${step.ordinal} is not under way`,
          id,
        );
        journal.add(id, at, 'unknown', step.ordinal, unknownNote(step, why));
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
      db.transaction(() => {
        for (const { submissionId: id, ...step } of steps.listIntended()) {
          const submission = submissions.find(id);
          if (submission === undefined || !concerns(submission.connectionId)) continue;
          steps.move(id, step.ordinal, 'intended', 'unknown', at);
          const note = unknownNote(step, 'Order Desk stopped before it had the answer.');
          journal.add(id, at, 'unknown', step.ordinal, note);
        }
        for (const connectionId of submissions.connectionsWithWork().filter(concerns)) {
          submissions.moveAll(connectionId, ['sending', 'waiting', 'held'], { state: 'queued' });
        }
      });
    },
  };
}
