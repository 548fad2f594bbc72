import { assertNever, DeskError } from '../../shared/errors.ts';
import { type OrderNumber, orderNumberSchema, type SubmissionId } from '../../shared/ids.ts';
import { isSame } from '../../shared/outbox/differences.ts';
import type { Candidate, Evidence } from '../../shared/outbox/evidence.ts';
import type { FieldChoices } from '../../shared/outbox/field-choice.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import type { DueStep, DueUpdate, StepAnswer } from '../storage/submissions/steps.ts';
import type { OutboxSubmission } from '../storage/submissions/submissions.ts';
import type { OutboxStores } from './outbox-stores.ts';
import { noteStepDone } from './step-done.ts';
import { numberList } from './words.ts';

/** What a person decides about a submission that needs attention, each one transaction. */
export interface Decisions {
  /** @throws DeskError `conflict` when there is no such candidate, or it belongs to another submission */
  adopt(submission: OutboxSubmission, candidateId: string): void;
  /** @throws DeskError `conflict` when candidates are there and `confirmed` is not, or nothing is to be sent */
  sendAgain(submission: OutboxSubmission, confirmed: boolean): void;
  /**
   * For a change that met somebody else's: sends these values, or none, in place of what was to be sent.
   * @throws DeskError `conflict` when there is no such change
   */
  settleLine(submission: OutboxSubmission, values: PimsFields): void;
  /**
   * What the person has chosen for such a change so far, which sends nothing yet.
   * @throws DeskError `conflict` when there is no such change
   */
  keepChoices(submission: OutboxSubmission, choices: FieldChoices): void;
  /**
   * What may have arrived has not, says the person, and the rest goes back to the draft: after one more look at PIMS.
   * @throws DeskError `conflict` when candidates are there and `confirmed` is not, or everything is in PIMS
   */
  toDraft(submission: OutboxSubmission, confirmed: boolean): void;
  /** @throws DeskError `conflict` when not everything is in PIMS */
  accept(submission: OutboxSubmission): void;
}

export function createDecisions(options: OutboxStores): Decisions {
  const { db, submissions, steps, journal, known, drafts, changes, clock } = options;
  const now = () => clock.now().toISOString();

  function queue({ id, state }: OutboxSubmission): void {
    if (submissions.move(id, ['needs-attention'], { state: 'queued' })) return;
    throw new DeskError('conflict', 'This order does not wait for a decision any more.', { id, state });
  }

  /** The step that the evidence is about. */
  function askedStep({ id, orderNumber }: OutboxSubmission, evidence: Evidence | null): DueStep {
    const step =
      evidence?.step == null ? steps.next(id, orderNumber) : steps.at(id, evidence.step.ordinal, orderNumber);
    if (step === undefined) throw new DeskError('conflict', 'Everything of this order is in PIMS.', { id });
    return step;
  }

  function answerOf(submission: OutboxSubmission, step: DueStep, { id, fields }: Candidate): StepAnswer {
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
      case 'update-line':
        throw new DeskError('conflict', 'A change of a line is decided field by field.', {
          id: submission.id,
        });
      default:
        return assertNever(step);
    }
  }

  /** The change that met somebody else's. */
  function conflictOf(submission: OutboxSubmission): { evidence: Evidence; step: DueUpdate } {
    const evidence = submissions.evidence(submission.id);
    const step = askedStep(submission, evidence);
    if (evidence?.kind === 'conflict' && step.kind === 'update-line') return { evidence, step };
    throw new DeskError('conflict', 'There is no change to decide about any more.', { id: submission.id });
  }

  /** Unless some other line is in doubt, of which it could not be told any more whether it is there. */
  function forgetLines(id: SubmissionId): void {
    if (!steps.isInDoubt(id)) known.setLines(id, null);
  }

  /** Others may have been at work since: what is there is looked up once more before anything is sent. */
  function forgetBefore({ id }: OutboxSubmission, { kind }: DueStep): void {
    if (kind !== 'create-order') forgetLines(id);
    else if (!known.isOwnReference(id)) known.setOrders(id, null);
  }

  /** None of the candidates is the step: such orders count as there before from now on, and such lines are not this one. */
  function dismiss(submission: OutboxSubmission, step: DueStep, candidates: readonly Candidate[]): void {
    const { id } = submission;
    const ids = candidates.map((one) => one.id).filter((one) => one !== '');
    if (step.kind === 'create-order') {
      const numbers: OrderNumber[] = ids.map((one) => orderNumberSchema.parse(one));
      known.setOrders(id, [...(known.orders(id) ?? []), ...numbers]);
    } else {
      steps.dismiss(id, step.ordinal, ids);
    }
    // What PIMS gives no number can't be told apart at the next look: the person's word has to do.
    if (ids.length < candidates.length) steps.move(id, step.ordinal, 'unknown', 'planned', now());
  }

  function prepareToSend(
    submission: OutboxSubmission,
    evidence: Evidence | null,
    confirmed: boolean,
  ): string {
    const { id } = submission;
    const step = askedStep(submission, evidence);
    const candidates = evidence?.candidates ?? [];
    const kind = evidence?.kind ?? 'unsure';
    switch (kind) {
      case 'refused':
        steps.move(id, step.ordinal, 'rejected', 'planned', now());
        forgetBefore(submission, step);
        return 'A person has it sent again.';
      case 'duplicate':
        if (!confirmed) throw notConfirmed(candidates);
        submissions.confirmDuplicate(id, true);
        return 'A person has it sent although its reference is in use.';
      case 'unsure':
        if (candidates.length > 0 && !confirmed) throw notConfirmed(candidates);
        dismiss(submission, step, candidates);
        return `A person says that it has not arrived. Looking once more${submission.calledOffAt === null ? ', then sending it' : ''}.`;
      case 'unreadable':
        return 'A person has it looked for once more.';
      case 'conflict':
        throw new DeskError('conflict', 'Choose first what the line is to have.', { id });
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
      const { id } = submission;
      db.transaction(() => {
        const evidence = submissions.evidence(id);
        const candidate = evidence?.candidates.find((one) => one.id === candidateId);
        const canBeIt = evidence?.kind === 'unsure' || evidence?.kind === 'duplicate';
        if (candidate === undefined || !canBeIt) {
          throw new DeskError('conflict', 'This is not among what PIMS had. Look at the evidence again.', {
            id,
          });
        }
        const step = askedStep(submission, evidence);
        const at = now();
        const answer = answerOf(submission, step, candidate);
        const from = {
          step: step.state === 'planned' ? 'planned' : 'unknown',
          submission: 'needs-attention',
        } as const;
        if (!noteStepDone(options, submission, step, answer, from, at))
          throw new DeskError('conflict', 'This order does not wait for a decision any more.', { id });
        // Others may have worked on the order since: what it has is looked up before the next line.
        forgetLines(id);
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
    settleLine(submission, values) {
      const { id, draftId } = submission;
      const at = now();
      db.transaction(() => {
        const { evidence, step } = conflictOf(submission);
        const seen = evidence.candidates[0]?.fields ?? {};
        const sent = Object.fromEntries(
          Object.entries(values).filter(([field, value]) => !isSame(field, value, seen[field] ?? '')),
        );
        const isLeft = Object.keys(sent).length === 0;
        // What the person has seen now is what the next look compares with.
        steps.revise(id, step.ordinal, sent, seen);
        if (isLeft) {
          const line = { LINE_NUMBER: step.targetLine, ...seen };
          const from = step.state === 'planned' ? 'planned' : 'unknown';
          steps.done(id, step.ordinal, from, { kind: 'update-line', line }, at);
          submissions.countStep(id, 'needs-attention', null);
          journal.add(id, at, 'skipped', step.ordinal, 'A person has decided so.');
        } else {
          if (step.state === 'unknown') steps.move(id, step.ordinal, 'unknown', 'planned', at);
          // If it comes back to its draft, what was typed last is there.
          changes.replace(draftId, { lineNumber: step.targetLine, base: seen, fields: sent });
          journal.add(id, at, 'decided', step.ordinal, 'A person has chosen what the line is to have.');
        }
        forgetLines(id);
        queue(submission);
      });
    },
    keepChoices(submission, choices) {
      db.transaction(() => steps.keepChoices(submission.id, conflictOf(submission).step.ordinal, choices));
    },
    toDraft(submission, confirmed) {
      const { id } = submission;
      const at = now();
      db.transaction(() => {
        const evidence = submissions.evidence(id);
        const step = askedStep(submission, evidence);
        const candidates = evidence?.candidates ?? [];
        if (evidence?.kind === 'unsure') {
          if (candidates.length > 0 && !confirmed) throw notConfirmed(candidates);
          dismiss(submission, step, candidates);
        } else if (evidence?.kind === 'unreadable' || evidence?.kind === 'conflict') {
          // PIMS does not say: the person's word is all there is.
          if (!confirmed) throw notConfirmed([]);
          steps.move(id, step.ordinal, 'unknown', 'planned', at);
        }
        if (!submissions.callOff(id, at) && submission.calledOffAt === null)
          throw new DeskError('conflict', 'Everything of this order is in PIMS.', { id });
        queue(submission);
        journal.add(id, at, 'called-off', null, 'What may have arrived has not, as the person says.');
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
  if (candidates.length === 0) {
    return new DeskError('conflict', 'PIMS does not show whether it arrived. Say first that it has not.');
  }
  return new DeskError(
    'conflict',
    `PIMS has ${candidates.length === 1 ? 'something' : `${candidates.length} things`} that may be it ` +
      `(${numberList(candidates.map(({ id }) => id))}). Say first that none of it is.`,
  );
}
