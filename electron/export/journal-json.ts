import { assertNever } from '../../shared/errors.ts';
import type { Evidence } from '../../shared/outbox/evidence.ts';
import { journalWords } from '../../shared/outbox/journal-words.ts';
import { stateWords } from '../../shared/outbox/state-words.ts';
import type { JournalEntry, StepState, Submission } from '../../shared/outbox/submission.ts';
import { createHiddenTexts, HIDDEN } from '../hidden-texts.ts';
import { stepLabel } from '../outbox/words.ts';
import type { RecordedStep } from '../storage/submissions/sent-work.ts';

/** Everything on record of one submission. */
export interface JournalMaterial {
  readonly submission: Submission;
  readonly steps: readonly RecordedStep[];
  readonly entries: readonly JournalEntry[];
  /** What waits for a person's decision; null when nothing does. */
  readonly evidence: Evidence | null;
  /** Where it goes. The API ID is left out: it is half of what it takes to get in. */
  readonly connection: {
    readonly name: string;
    readonly kind: string | null;
    readonly host: string | null;
    readonly teamId: string | null;
  };
}

interface Exporting {
  /** Of Order Desk. */
  readonly version: string;
  /** ISO. */
  readonly exportedAt: string;
  /** API secrets, and whatever else must not be in the file, wherever it stands. */
  readonly secrets: readonly string[];
  /** Lock codes that are known of the order. */
  readonly lockCodes: readonly string[];
}

/** A shorter lock code may be a part of any number or name: it is masked where a field says that it is one. */
const SHORTEST_CODE = 6;
const LOCK_CODE = /LOCK_?CODE/i;

/**
 * The journal of a submission as JSON that somebody who has never seen Order Desk can follow: what was sent, when, what
 * PIMS answered, and the words in which the screen says it. Secrets and lock codes are nowhere in it.
 */
export function journalJson(material: JournalMaterial, exporting: Exporting): string {
  const { submission, steps, entries, evidence, connection } = material;
  const sentAt = timesSent(entries);
  const file = {
    about: {
      file: 'The record that Order Desk keeps of sending one order to PIMS. Nothing in it was written by hand.',
      program: `Order Desk ${exporting.version}`,
      exportedAt: exporting.exportedAt,
      times: 'All times are in UTC (ISO 8601), from the clock of the computer that sent the order.',
      reading:
        'Each step is one request: first the changes of lines, then the order, then its lines. A step is noted in the journal before its first byte is sent, and again with its outcome. One whose outcome is not known is looked for in PIMS before it is sent again.',
      hidden: `API credentials and lock codes of lines are left out; ${HIDDEN} stands in their place. The order’s own fields are as they were sent.`,
    },
    connection,
    submission: {
      id: submission.id,
      reference: submission.reference,
      orderNumber: submission.orderNumber,
      customerCode: submission.customerCode,
      forAnOrderThatWasInPims: submission.isAddition,
      state: submission.state,
      stateInWords: stateWords(submission),
      problem: submission.problem,
      stepsInPims: submission.stepsDone,
      stepsInAll: submission.stepsTotal,
      queuedAt: submission.queuedAt,
      nextTryAt: submission.nextTryAt,
      finishedAt: submission.finishedAt,
    },
    steps: steps.map((step) => stepRecord(step, submission, sentAt.get(step.ordinal) ?? [])),
    journal: entries.map((entry) => ({
      at: entry.at,
      kind: entry.kind,
      step: entry.step?.ordinal ?? null,
      words: journalWords(entry).text,
      note: entry.note,
    })),
    evidence,
  };
  return `${JSON.stringify(redacted(file, material, exporting), null, 2)}\n`;
}

/** When each step was sent, by its ordinal. */
function timesSent(entries: readonly JournalEntry[]): ReadonlyMap<number, readonly string[]> {
  const times = new Map<number, string[]>();
  for (const { at, kind, step } of entries) {
    if (kind !== 'intended' || step === null) continue;
    const those = times.get(step.ordinal);
    if (those === undefined) times.set(step.ordinal, [at]);
    else those.push(at);
  }
  return times;
}

function stepRecord(step: RecordedStep, { isAddition }: Submission, sentAt: readonly string[]) {
  return {
    step: step.ordinal,
    what: stepLabel({ ...step, targetLine: step.lineNumber }, isAddition),
    kind: step.kind,
    state: step.state,
    stateInWords: stepStateWords(step.state),
    sentAt,
    endedAt: step.endedAt,
    orderNumber: step.orderNumber,
    lineNumber: step.lineNumber,
    asThePersonSawIt: step.base ?? undefined,
    sent: step.request,
    answer: step.answer,
  };
}

function stepStateWords(state: StepState): string {
  switch (state) {
    case 'planned':
      return 'Not in PIMS: still to be sent';
    case 'intended':
      return 'Being sent';
    case 'done':
      return 'In PIMS';
    case 'unknown':
      return 'Not known whether it arrived';
    case 'rejected':
      return 'Refused by PIMS';
    default:
      return assertNever(state);
  }
}

function redacted(file: unknown, material: JournalMaterial, { secrets, lockCodes }: Exporting): unknown {
  const { hide, clean } = createHiddenTexts();
  for (const secret of secrets) hide(secret);
  const codes = [...lockCodes, ...material.steps.flatMap(({ lockCode }) => lockCode ?? []), ...codesIn(file)];
  for (const code of codes) if (code.length >= SHORTEST_CODE) hide(code);
  return cleaned(file, clean);
}

/** The values of all fields that are lock codes by their name. */
function codesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    LOCK_CODE.test(name) && typeof inner === 'string' ? [inner] : codesIn(inner),
  );
}

function cleaned(value: unknown, clean: (text: string) => string): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map((item: unknown) => cleaned(item, clean));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => [
      clean(name),
      LOCK_CODE.test(name) && typeof inner === 'string' && inner !== '' ? HIDDEN : cleaned(inner, clean),
    ]),
  );
}

/** The name that the save dialog offers. */
export function journalFileName({
  reference,
  orderNumber,
}: Pick<Submission, 'reference' | 'orderNumber'>): string {
  const name = [orderNumber ?? '', reference]
    .map((part) => part.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, ''))
    .filter((part) => part !== '');
  return `${['journal', ...name].join('-').slice(0, 100)}.json`;
}
