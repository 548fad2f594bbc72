import { DeskError, type DeskErrorShape } from '../../../shared/errors.ts';
import type { OrderNumber } from '../../../shared/ids.ts';
import type { Candidate, Evidence } from '../../../shared/outbox/evidence.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import type { DueStep, StepAnswer } from '../../storage/submissions/steps.ts';
import type { OutboxSubmission } from '../../storage/submissions/submissions.ts';
import type { OutboxStores } from '../outbox-stores.ts';
import { noteStepDone } from '../step-done.ts';
import { answerNote, doubtedNote, numberList } from '../words.ts';

/** What PIMS has now that was not sent by this submission: the baseline for the next send. */
export type Baseline =
  | { readonly kind: 'orders'; readonly numbers: readonly OrderNumber[] }
  | { readonly kind: 'lines'; readonly numbers: readonly string[] };

/**
 * The changes of state that looking in PIMS makes, each one transaction that names the state it expects. All throw
 * when the disk fails; the caller then stops.
 */
export interface CheckRecords {
  /** Before the first send of a step: what PIMS has already. */
  lookedUp(submission: OutboxSubmission, baseline: Baseline): void;
  /**
   * Steps of unknown outcome have arrived, or PIMS has already what a change brings. `linesThere` are lines that a new order
   * has already.
   */
  adopted(submission: OutboxSubmission, arrivals: readonly Arrival[], linesThere?: readonly string[]): void;
  /**
   * Steps of unknown outcome have not arrived and will not any more: they are planned as before. `isSentNext` when nothing
   * keeps them from being sent again at once.
   */
  notFound(
    submission: OutboxSubmission,
    steps: readonly DueStep[],
    baseline: Baseline,
    isSentNext: boolean,
  ): void;
  /** Lines that were never sent from here, and that the order has: they may have been sent by a copy of this folder. */
  doubted(submission: OutboxSubmission, steps: readonly DueStep[]): void;
  /** Only a person can decide. */
  undecided(submission: OutboxSubmission, step: DueStep | null, attention: Attention): void;
  /** Every step is done, and PIMS has what was sent; `readBack` when the whole order was compared. */
  sent(submission: OutboxSubmission, readBack: boolean): void;
}

/** A step that was found in PIMS, and what PIMS has. */
export interface Arrival {
  readonly step: DueStep;
  readonly answer: StepAnswer;
}

export interface Attention {
  readonly kind: Evidence['kind'];
  readonly problem: DeskErrorShape;
  readonly sent: PimsFields;
  readonly candidates: Candidate[];
}

export function createCheckRecords(options: OutboxStores): CheckRecords {
  const { db, submissions, steps, journal, known, drafts, clock } = options;
  const now = () => clock.now().toISOString();

  function expect(took: boolean, what: string, { id }: OutboxSubmission): void {
    if (!took) throw new DeskError('internal', `The journal does not allow it: ${what}.`, { id });
  }

  function setBaseline({ id }: OutboxSubmission, baseline: Baseline): void {
    if (baseline.kind === 'orders') known.setOrders(id, baseline.numbers);
    else known.setLines(id, baseline.numbers);
  }

  function adopt(
    submission: OutboxSubmission,
    { step, answer }: Arrival,
    linesThere: readonly string[],
    at: string,
  ): void {
    const { id } = submission;
    const from = { step: step.state === 'planned' ? 'planned' : 'unknown', submission: 'sending' } as const;
    const took = noteStepDone(options, submission, step, answer, from, at);
    expect(took, 'the step is not in doubt', submission);
    if (answer.kind === 'create-order') known.setLines(id, linesThere);
    journal.add(id, at, 'adopted', step.ordinal, answerNote(answer));
  }

  return {
    lookedUp(submission, baseline) {
      db.transaction(() => {
        setBaseline(submission, baseline);
        if (baseline.kind === 'lines' || baseline.numbers.length === 0) return;
        const note = `PIMS already has ${numberList(baseline.numbers)} with this reference.`;
        journal.add(submission.id, now(), 'looked-up', null, note);
      });
    },
    adopted(submission, arrivals, linesThere = []) {
      const at = now();
      db.transaction(() => {
        for (const arrival of arrivals) adopt(submission, arrival, linesThere, at);
      });
    },
    notFound(submission, absent, baseline, isSentNext) {
      const at = now();
      const { id } = submission;
      db.transaction(() => {
        for (const { ordinal } of absent) {
          const moved = steps.move(id, ordinal, 'unknown', 'planned', at);
          expect(moved, 'the step is not in doubt', submission);
          journal.add(id, at, 'not-found', ordinal, isSentNext ? 'It is sent again.' : '');
        }
        if (baseline.kind === 'orders') steps.undoubtLines(id, at);
        setBaseline(submission, baseline);
      });
    },
    doubted(submission, doubtful) {
      const at = now();
      const { id } = submission;
      db.transaction(() => {
        for (const step of doubtful) {
          if (!steps.move(id, step.ordinal, 'planned', 'unknown', at)) continue;
          journal.add(id, at, 'unknown', step.ordinal, doubtedNote(step, submission));
        }
      });
    },
    undecided(submission, step, { kind, problem, sent, candidates }) {
      const at = now();
      const { id } = submission;
      db.transaction(() => {
        const about = step === null ? null : { ordinal: step.ordinal, kind: step.kind };
        const base = step?.kind === 'update-line' ? step.base : null;
        const evidence = { kind, step: about, sent, base, candidates, lookedAt: at };
        const standing = { state: 'needs-attention', problem, evidence } as const;
        expect(submissions.move(id, ['sending'], standing), 'it is not being sent', submission);
        journal.add(id, at, 'undecided', step?.ordinal ?? null, problem.message);
      });
    },
    sent(submission, readBack) {
      const at = now();
      const { id, draftId } = submission;
      db.transaction(() => {
        const moved = submissions.move(id, ['sending'], { state: 'sent', finishedAt: at });
        expect(moved, 'it is not being sent', submission);
        drafts.move(draftId, 'queued', 'sent', at);
        if (readBack) journal.add(id, at, 'verified', null, '');
        journal.add(id, at, 'sent', null, '');
      });
    },
  };
}
