import { assertNever } from '../../../shared/errors.ts';
import type { Candidate, Evidence } from '../../../shared/outbox/evidence.ts';
import type { Submission } from '../../../shared/outbox/submission.ts';
import type { Question } from '../submission/back-to-draft.ts';

/** Something that a person can choose, and what will happen then. "It is this one" is not among them. */
export interface Choice {
  /** `draft` needs no further decision; `not-there` says first that the step has not arrived. */
  readonly kind: 'send' | 'accept' | 'look' | 'draft' | 'not-there';
  readonly label: string;
  readonly says: string;
}

type Standing = Pick<
  Submission,
  'reference' | 'orderNumber' | 'isAddition' | 'backToDraft' | 'stepsDone' | 'stepsTotal'
>;

/** Why a person is asked, in a few words. */
export function attentionTitle({ kind, step }: Pick<Evidence, 'kind' | 'step'>): string {
  switch (kind) {
    case 'refused':
      return `PIMS refused ${subjectOf(step)}`;
    case 'unsure':
    case 'unreadable':
      return `It is not known whether ${subjectOf(step)} arrived`;
    case 'conflict':
      return 'Somebody else changed the same line';
    case 'duplicate':
      return 'The reference is in use: nothing was sent yet';
    case 'differs':
      return 'PIMS has something else than was sent';
    default:
      return assertNever(kind);
  }
}

/** What stands over the values of ours: of an order whose reference is in use nothing was sent. */
export function sentTitle({ kind }: Pick<Evidence, 'kind'>): string {
  return kind === 'duplicate' ? 'What would be sent' : 'What we sent';
}

type StepOf = Pick<Evidence, 'step'>['step'];

function subjectOf(step: StepOf): string {
  switch (step?.kind) {
    case 'add-line':
      return 'a line of this order';
    case 'update-line':
      return 'a change of a line';
    case 'create-order':
    case undefined:
      return 'this order';
  }
}

/** What a step sends, in one word. */
function thingOf(step: StepOf): 'order' | 'line' | 'change' {
  switch (step?.kind) {
    case 'add-line':
      return 'line';
    case 'update-line':
      return 'change';
    case 'create-order':
    case undefined:
      return 'order';
  }
}

/** Whether "It is this one" applies: the step may be what a candidate is. */
export function canAdopt({ kind, candidates }: Pick<Evidence, 'kind' | 'candidates'>): boolean {
  return (kind === 'unsure' || kind === 'duplicate') && candidates.length > 0;
}

/** What "It is this one" does. */
export function adoptSays({ kind, step }: Evidence, { stepsDone, stepsTotal, isAddition }: Standing): string {
  const rest = Math.max(0, stepsTotal - stepsDone - 1);
  const noun = isAddition ? 'step' : 'line';
  const lines = rest === 1 ? `the 1 ${noun}` : `the ${rest} ${noun}s`;
  if (kind === 'duplicate') {
    return `No new order is made: ${lines} of this one ${rest === 1 ? 'is' : 'are'} added to it.`;
  }
  const thing = thingOf(step);
  const counts = thing === 'order' ? 'It counts as the order you sent' : `The ${thing} counts as arrived`;
  const after =
    rest === 0 ? 'nothing more is sent' : `${lines} after it ${rest === 1 ? 'follows' : 'follow'}`;
  return `${counts}; ${after}. What differs stays as PIMS has it.`;
}

/** The choices that apply, besides "It is this one", the likeliest first. */
export function choicesFor(evidence: Evidence, submission: Standing): Choice[] {
  const { reference, orderNumber } = submission;
  const look: Choice = {
    kind: 'look',
    label: orderNumber === null ? 'Open in Orders' : `Open order ${orderNumber}`,
    says:
      orderNumber === null
        ? `Shows what PIMS has with the reference ${reference}. Nothing is decided by it.`
        : 'Shows it as PIMS has it. Nothing is decided by it.',
  };
  const draft = draftChoice(evidence, submission);
  const send = sendChoice(evidence);
  switch (evidence.kind) {
    case 'refused':
      return [...draft, ...send, look];
    case 'unsure':
    case 'duplicate':
    case 'unreadable':
      return [...send, ...draft, look];
    case 'conflict':
      return [...draft, look];
    case 'differs':
      return [
        look,
        {
          kind: 'accept',
          label: 'Take it as it is',
          says: 'The order counts as sent. Nothing more is sent, and PIMS keeps what it has.',
        },
      ];
    default:
      return assertNever(evidence.kind);
  }
}

function sendChoice({ kind, step, candidates }: Evidence): Choice[] {
  const what = thingOf(step);
  const choice = (label: string, says: string): Choice[] => [{ kind: 'send', label, says }];
  switch (kind) {
    case 'refused':
      return choice('Send it again', `Sends the same ${what} unchanged, when PIMS has been put right.`);
    case 'unsure':
      return choice(
        'It isn’t there: send it',
        `Looks in PIMS once more and sends the ${what}, unless something new has come. ${untouched(candidates)}`,
      );
    case 'duplicate':
      return choice(
        'Send it all the same',
        `Makes a new order with the same reference. ${untouched(candidates)}`,
      );
    case 'unreadable':
      return choice('Look once more', `Asks PIMS again, and sends the ${what} only if it isn’t there.`);
    case 'conflict':
    case 'differs':
      return [];
    default:
      return assertNever(kind);
  }
}

function draftChoice(evidence: Evidence, submission: Standing): Choice[] {
  switch (submission.backToDraft) {
    case 'now':
    case 'soon':
      return [{ kind: 'draft', label: 'Back to draft', says: draftSays(submission) }];
    case 'after-decision':
      return [
        {
          kind: 'not-there',
          label: 'It isn’t there: back to draft',
          says: `Only if you are sure that the ${thingOf(evidence.step)} is not in PIMS: submitting the draft again sends it once more.`,
        },
      ];
    case 'no':
      return [];
    default:
      return assertNever(submission.backToDraft);
  }
}

function untouched({ length }: readonly Candidate[]): string {
  if (length === 0) return '';
  return length === 1 ? 'What is shown here is left alone.' : `The ${length} shown here are left alone.`;
}

function draftSays({ orderNumber, isAddition }: Standing): string {
  if (isAddition) return 'Correct it there and submit it again: what the order has is not sent twice.';
  if (orderNumber === null) return 'Nothing of it is in PIMS. Correct it there and submit it again.';
  return `Correct it there and submit it again: it goes on with order ${orderNumber}, and what that has is not sent twice.`;
}

/** What is asked once before a candidate is taken for what was sent. */
export function adoptQuestion(candidate: Candidate, evidence: Evidence, standing: Standing): Question {
  const name = candidateName(candidate, evidence);
  return {
    title: `${name} is it?`,
    text: `${adoptSays(evidence, standing)} This can’t be taken back.`,
    confirm: `It is ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    cautious: true,
  };
}

/** What is asked once before something is sent although candidates are shown. */
export function sendQuestion({ kind, step, candidates }: Evidence): Question {
  const one = candidates.length === 1;
  if (kind === 'duplicate') {
    return {
      title: 'Make another order with this reference?',
      text: `PIMS will have ${one ? 'two orders' : `${candidates.length + 1} orders`} with the same reference. This can’t be taken back here.`,
      confirm: 'Send it all the same',
      cautious: true,
    };
  }
  const what = thingOf(step);
  return {
    title: `Is the ${what} really not there?`,
    text: one
      ? `If the ${what} shown is it after all, PIMS will have it twice.`
      : `If one of the ${candidates.length} ${what}s shown is it after all, PIMS will have it twice.`,
    confirm: 'It isn’t there: send it',
    cautious: true,
  };
}

/** What is asked once before a submission goes back to its draft although a step of it may have arrived. */
export function notThereQuestion({ step, candidates }: Evidence): Question {
  const what = thingOf(step);
  const shown =
    candidates.length === 0
      ? `If the ${what} is in PIMS after all`
      : candidates.length === 1
        ? `If the ${what} shown is it after all`
        : `If one of the ${candidates.length} ${what}s shown is it after all`;
  return {
    title: `Is the ${what} really not there?`,
    text: `${shown}, PIMS will have it twice once the draft is submitted again.`,
    confirm: 'It isn’t there: back to draft',
    cautious: true,
  };
}

/** What a candidate is called. */
export function candidateName({ id }: Pick<Candidate, 'id'>, { step }: Pick<Evidence, 'step'>): string {
  const isLine = step?.kind === 'add-line' || step?.kind === 'update-line';
  if (id === '') return isLine ? 'A line without a number' : 'An order without a number';
  return isLine ? `Line ${id}` : `Order ${id}`;
}

/** How like a candidate is to what was sent. */
export function likenessWords({ differences }: Pick<Candidate, 'differences'>): string {
  switch (differences.length) {
    case 0:
      return 'nothing differs';
    case 1:
      return '1 field differs';
    default:
      return `${differences.length} fields differ`;
  }
}
