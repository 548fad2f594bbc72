import { DeskError, type DeskErrorShape } from '../../shared/errors.ts';
import type { OrderNumber } from '../../shared/ids.ts';
import type { Candidate, Evidence } from '../../shared/outbox/evidence.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../storage/database.ts';
import type { DraftRepository } from '../storage/drafts.ts';
import type { JournalRepository } from '../storage/journal.ts';
import type { KnownBefore } from '../storage/known-before.ts';
import type { LockCodeRepository } from '../storage/lock-codes.ts';
import type { DueStep, StepAnswer, StepRepository } from '../storage/steps.ts';
import type { SubmissionRepository } from '../storage/submissions.ts';
import { answerNote, numberList } from './words.ts';

/** What PIMS has now that was not sent by this submission: the baseline for the next send. */
export type Baseline =
  | { readonly kind: 'orders'; readonly numbers: readonly OrderNumber[] }
  | { readonly kind: 'lines'; readonly numbers: readonly string[] };

/**
 * The changes of state that looking in PIMS makes, each one transaction that names the state it expects. All throw
 * when the disk fails; the caller then stops. Those that answer false changed nothing: the submission was taken back
 * while PIMS was asked.
 */
export interface CheckRecords {
  /** Before the first send of a step: what PIMS has already. */
  lookedUp(submission: Submission, baseline: Baseline): boolean;
  /** A step of unknown outcome has arrived. `linesThere` are lines that a new order has already. */
  adopted(submission: Submission, step: DueStep, answer: StepAnswer, linesThere: readonly string[]): void;
  /** A step of unknown outcome has not arrived and will not any more: it is to be sent again. */
  notFound(submission: Submission, step: DueStep, baseline: Baseline): void;
  /** Only a person can decide. */
  undecided(submission: Submission, step: DueStep | null, attention: Attention): boolean;
  /** Every step is done, and PIMS has what was sent; `readBack` when the whole order was compared. */
  sent(submission: Submission, readBack: boolean): boolean;
}

export interface Attention {
  readonly kind: Evidence['kind'];
  readonly problem: DeskErrorShape;
  readonly sent: PimsFields;
  readonly candidates: Candidate[];
}

interface CheckRecordsOptions {
  readonly db: Database;
  readonly submissions: SubmissionRepository;
  readonly steps: StepRepository;
  readonly journal: JournalRepository;
  readonly known: KnownBefore;
  readonly drafts: DraftRepository;
  readonly lockCodes: LockCodeRepository;
  readonly clock: Clock;
}

export function createCheckRecords(options: CheckRecordsOptions): CheckRecords {
  const { db, submissions, steps, journal, known, drafts, lockCodes, clock } = options;
  const now = () => clock.now().toISOString();

  function expect(took: boolean, what: string, { id }: Submission): void {
    if (!took) throw new DeskError('internal', `The journal does not allow it: ${what}.`, { id });
  }

  function setBaseline({ id }: Submission, baseline: Baseline): void {
    if (baseline.kind === 'orders') known.setOrders(id, baseline.numbers);
    else known.setLines(id, baseline.numbers);
  }

  return {
    lookedUp(submission, baseline) {
      return db.transaction(() => {
        if (!submissions.isSending(submission.id)) return false;
        setBaseline(submission, baseline);
        if (baseline.kind === 'lines' || baseline.numbers.length === 0) return true;
        const note = `PIMS already has ${numberList(baseline.numbers)} with this reference.`;
        journal.add(submission.id, now(), 'looked-up', null, note);
        return true;
      });
    },
    adopted(submission, step, answer, linesThere) {
      const at = now();
      const { id, connectionId } = submission;
      db.transaction(() => {
        expect(steps.done(id, step.ordinal, 'unknown', answer, at), 'the step is not in doubt', submission);
        const orderNumber = answer.kind === 'create-order' ? answer.orderNumber : null;
        expect(submissions.countStep(id, 'sending', orderNumber), 'it is not being sent', submission);
        if (answer.kind === 'create-order') known.setLines(id, linesThere);
        if (step.kind === 'add-line' && answer.kind === 'add-line') {
          lockCodes.learn(connectionId, step.orderNumber, [answer.line], at);
        }
        journal.add(id, at, 'adopted', step.ordinal, answerNote(answer));
      });
    },
    notFound(submission, step, baseline) {
      const at = now();
      const { id } = submission;
      db.transaction(() => {
        const moved = steps.move(id, step.ordinal, 'unknown', 'planned', at);
        expect(moved, 'the step is not in doubt', submission);
        setBaseline(submission, baseline);
        journal.add(id, at, 'not-found', step.ordinal, '');
      });
    },
    undecided(submission, step, { kind, problem, sent, candidates }) {
      const at = now();
      const { id } = submission;
      return db.transaction(() => {
        const about = step === null ? null : { ordinal: step.ordinal, kind: step.kind };
        const evidence = { kind, step: about, sent, candidates, lookedAt: at };
        const standing = { state: 'needs-attention', problem, evidence } as const;
        if (!submissions.move(id, ['sending'], standing)) return false;
        journal.add(id, at, 'undecided', step?.ordinal ?? null, problem.message);
        return true;
      });
    },
    sent(submission, readBack) {
      const at = now();
      const { id, draftId } = submission;
      return db.transaction(() => {
        if (!submissions.move(id, ['sending'], { state: 'sent', finishedAt: at })) return false;
        drafts.move(draftId, 'queued', 'sent', at);
        if (readBack) journal.add(id, at, 'verified', null, '');
        journal.add(id, at, 'sent', null, '');
        return true;
      });
    },
  };
}
