import { assertNever, DeskError } from '../../shared/errors.ts';
import { type OrderNumber, orderNumberSchema } from '../../shared/ids.ts';
import type { Candidate, Evidence } from '../../shared/outbox/evidence.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../storage/database.ts';
import type { DraftRepository } from '../storage/drafts.ts';
import type { JournalRepository } from '../storage/journal.ts';
import type { KnownBefore } from '../storage/known-before.ts';
import type { LockCodeRepository } from '../storage/lock-codes.ts';
import type { DueStep, StepAnswer, StepRepository } from '../storage/steps.ts';
import type { SubmissionRepository } from '../storage/submissions.ts';
import { numberList } from './words.ts';

/** What a person decides about a submission that needs attention, each one transaction. */
export interface Decisions {
  /** @throws DeskError `conflict` when there is no such candidate, or it belongs to another submission */
  adopt(submission: Submission, candidateId: string): void;
  /** @throws DeskError `conflict` when candidates are there and `confirmed` is not, or nothing is to be sent */
  sendAgain(submission: Submission, confirmed: boolean): void;
  /** @throws DeskError `conflict` when not everything is in PIMS */
  accept(submission: Submission): void;
}

interface DecisionsOptions {
  readonly db: Database;
  readonly submissions: SubmissionRepository;
  readonly steps: StepRepository;
  readonly journal: JournalRepository;
  readonly known: KnownBefore;
  readonly drafts: DraftRepository;
  readonly lockCodes: LockCodeRepository;
  readonly clock: Clock;
}

export function createDecisions(options: DecisionsOptions): Decisions {
  const { db, submissions, steps, journal, known, drafts, lockCodes, clock } = options;
  const now = () => clock.now().toISOString();

  function queue({ id, state }: Submission): void {
    if (submissions.move(id, ['needs-attention'], { state: 'queued' })) return;
    throw new DeskError('conflict', 'This order does not wait for a decision any more.', { id, state });
  }

  function dueStep({ id, orderNumber }: Submission): DueStep {
    const step = steps.next(id, orderNumber);
    if (step === undefined) throw new DeskError('conflict', 'Everything of this order is in PIMS.', { id });
    return step;
  }

  function answerOf(submission: Submission, step: DueStep, { id, fields }: Candidate): StepAnswer {
    switch (step.kind) {
      case 'create-order': {
        const orderNumber = orderNumberSchema.parse(id);
        const claimed = known.claimed(submission.connectionId, submission.id, [orderNumber]);
        if (claimed.has(orderNumber)) throw taken(`Order ${orderNumber}`);
        if (submissions.isTwinBeingSent(submission.id)) {
          const message = 'Another order with this reference is being sent. Choose again in a moment.';
          throw new DeskError('conflict', message, { id: submission.id });
        }
        return { kind: step.kind, orderNumber };
      }
      case 'add-line': {
        const ours = known.confirmedLines(submission.connectionId, step.orderNumber);
        if (ours.some(({ line }) => line.LINE_NUMBER === id)) throw taken(`Line ${id}`);
        return { kind: step.kind, line: fields };
      }
      default:
        return assertNever(step);
    }
  }

  /** Others may have been at work since: what is there is looked up once more before anything is sent. */
  function forgetBefore({ id }: Submission, { kind }: DueStep): void {
    if (kind === 'add-line') known.setLines(id, null);
    else if (!known.isOwnReference(id)) known.setOrders(id, null);
  }

  /** None of the candidates is ours: from now on they count as what was there before. */
  function dismiss(submission: Submission, step: DueStep, candidates: readonly Candidate[]): void {
    const { id } = submission;
    const ids = candidates.map((one) => one.id).filter((one) => one !== '');
    if (step.kind === 'create-order') {
      const numbers: OrderNumber[] = ids.map((one) => orderNumberSchema.parse(one));
      known.setOrders(id, [...(known.orders(id) ?? []), ...numbers]);
    } else {
      known.setLines(id, [...(known.lines(id) ?? []), ...ids]);
    }
    // What PIMS gives no number can't be told apart at the next look: the person's word has to do.
    if (ids.length < candidates.length) steps.move(id, step.ordinal, 'unknown', 'planned', now());
  }

  function prepareToSend(submission: Submission, evidence: Evidence | null, confirmed: boolean): string {
    const { id } = submission;
    const step = dueStep(submission);
    const candidates = evidence?.candidates ?? [];
    const kind = evidence?.kind ?? 'unsure';
    switch (kind) {
      case 'refused':
        steps.move(id, step.ordinal, 'rejected', 'planned', now());
        forgetBefore(submission, step);
        return 'A person has it sent again.';
      case 'duplicate':
        if (!confirmed) throw notConfirmed(candidates);
        submissions.confirmDuplicate(id);
        return 'A person has it sent although its reference is in use.';
      case 'unsure':
        if (candidates.length > 0 && !confirmed) throw notConfirmed(candidates);
        dismiss(submission, step, candidates);
        return 'A person says that it has not arrived. Looking once more, then sending it.';
      case 'unreadable':
        return 'A person has it looked for once more.';
      case 'differs':
        throw new DeskError('conflict', 'Everything of this order is in PIMS: nothing is to be sent.', {
          id,
        });
      default:
        return assertNever(kind);
    }
  }

  return {
    adopt(submission, candidateId) {
      const { id, connectionId } = submission;
      db.transaction(() => {
        const evidence = submissions.evidence(id);
        const candidate = evidence?.candidates.find((one) => one.id === candidateId);
        const canBeIt = evidence?.kind === 'unsure' || evidence?.kind === 'duplicate';
        if (candidate === undefined || !canBeIt) {
          throw new DeskError('conflict', 'This is not among what PIMS had. Look at the evidence again.', {
            id,
          });
        }
        const step = dueStep(submission);
        const at = now();
        const answer = answerOf(submission, step, candidate);
        const from = step.state === 'planned' ? 'planned' : 'unknown';
        const orderNumber = answer.kind === 'create-order' ? answer.orderNumber : null;
        const took =
          steps.done(id, step.ordinal, from, answer, at) &&
          submissions.countStep(id, 'needs-attention', orderNumber);
        if (!took)
          throw new DeskError('conflict', 'This order does not wait for a decision any more.', { id });
        // Others may have worked on the order since: what it has is looked up before the next line.
        known.setLines(id, null);
        if (step.kind === 'add-line' && answer.kind === 'add-line') {
          lockCodes.learn(connectionId, step.orderNumber, [answer.line], at);
        }
        const what = answer.kind === 'create-order' ? `order ${candidateId}` : `line ${candidateId}`;
        journal.add(id, at, 'adopted', step.ordinal, `A person says that it is ${what}.`);
        queue(submission);
      });
    },
    sendAgain(submission, confirmed) {
      db.transaction(() => {
        const note = prepareToSend(submission, submissions.evidence(submission.id), confirmed);
        queue(submission);
        journal.add(submission.id, now(), 'decided', null, note);
      });
    },
    accept(submission) {
      const { id, draftId } = submission;
      const at = now();
      db.transaction(() => {
        const sent = { state: 'sent', finishedAt: at } as const;
        const differs = submissions.evidence(id)?.kind === 'differs';
        if (!differs || !submissions.move(id, ['needs-attention'], sent)) {
          throw new DeskError('conflict', 'Not everything of this order is in PIMS yet.', { id });
        }
        drafts.move(draftId, 'queued', 'sent', at);
        journal.add(id, at, 'decided', null, 'A person takes the order as it is in PIMS.');
        journal.add(id, at, 'sent', null, '');
      });
    },
  };
}

function taken(what: string): DeskError {
  return new DeskError(
    'conflict',
    `${what} is what another step brought into PIMS: it can’t be this one too.`,
  );
}

function notConfirmed(candidates: readonly Candidate[]): DeskError {
  return new DeskError(
    'conflict',
    `PIMS has ${candidates.length === 1 ? 'something' : `${candidates.length} things`} that may be it ` +
      `(${numberList(candidates.map(({ id }) => id))}). Say first that none of it is.`,
  );
}
