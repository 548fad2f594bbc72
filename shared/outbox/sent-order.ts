import type { DraftId, OrderNumber } from '../ids.ts';
import type { PimsFields } from '../pims/fields.ts';
import type { StepKind, StepState, Submission } from './submission.ts';

/** A step as this desk has it on record. */
export interface SentStep {
  readonly ordinal: number;
  readonly kind: StepKind;
  readonly state: StepState;
  /** What was sent, or will be. */
  readonly request: PimsFields;
  /** The line that it added or changed; null when PIMS has not named it. */
  readonly lineNumber: string | null;
  /** When it came to that state, ISO; null while it is still to be sent. */
  readonly endedAt: string | null;
}

/** A submission with its steps, and whether it was submitted in the period that is looked at. */
export interface SentSubmission {
  readonly submission: Submission;
  readonly inPeriod: boolean;
  /** The draft that it came from was removed by a person. */
  readonly draftRemoved: boolean;
  readonly steps: readonly SentStep[];
}

/** A line that PIMS took from this desk: what it is to be by now, the later changes of this desk included. */
export interface SentLine {
  readonly lineNumber: string | null;
  readonly sent: PimsFields;
  /** False for a change of a line that others added. */
  readonly isOurs: boolean;
  readonly ofPeriod: boolean;
  /** Fields of which a change by this desk is on its way, so that either value is right. */
  readonly inDoubt: ReadonlySet<string>;
}

/** Everything that this desk submitted for one order. */
export interface SentOrder {
  /** The id of its first submission. */
  readonly key: string;
  /** Oldest first; those of the period and those that went on with the same order. */
  readonly submissions: readonly SentSubmission[];
  readonly orderNumber: OrderNumber | null;
  /** What was sent as the order itself within the period, if PIMS took it. */
  readonly header: PimsFields | null;
  /** The lines that PIMS took, of the period and before and after it. */
  readonly lines: readonly SentLine[];
  /** Lines of the period that PIMS has not got for certain: still to be sent, refused, in doubt or taken back. */
  readonly pendingLines: readonly PimsFields[];
  /** How many steps of the period PIMS has not got for certain, the order itself and changes included. */
  readonly pendingSteps: number;
  /** Changes with every step that PIMS takes. An answer of PIMS from before such a change says nothing any more. */
  readonly mark: string;
}

/**
 * The submissions as orders, oldest first: those of one draft, and those for the same order number, are one order.
 * Given are the submissions of a period and all others for the same drafts and orders, oldest first.
 */
export function sentOrders(submissions: readonly SentSubmission[]): SentOrder[] {
  return groups(submissions).map(toOrder);
}

interface Group {
  readonly members: readonly SentSubmission[];
  readonly keys: readonly string[];
}

function groups(submissions: readonly SentSubmission[]): SentSubmission[][] {
  const groupOf = new Map<string, Group>();
  for (const one of submissions) {
    const { draftId, connectionId, orderNumber } = one.submission;
    const keys = [`draft ${draftId}`];
    if (orderNumber !== null) keys.push(`order ${connectionId} ${orderNumber}`);
    const met = [...new Set(keys.flatMap((key) => groupOf.get(key) ?? []))];
    const group: Group = {
      members: [...met.flatMap(({ members }) => members), one],
      keys: [...met.flatMap((other) => other.keys), ...keys],
    };
    for (const key of group.keys) groupOf.set(key, group);
  }
  const place = new Map(submissions.map((one, index) => [one, index]));
  const placeOf = (one: SentSubmission) => place.get(one) ?? 0;
  return [...new Set(groupOf.values())].map(({ members }) =>
    members.toSorted((a, b) => placeOf(a) - placeOf(b)),
  );
}

function toOrder(submissions: readonly SentSubmission[]): SentOrder {
  const ofPeriod = new Set<DraftId>();
  /** A draft that was taken back and submitted again: what its earlier submission did not send, the newer one has. */
  const newest = new Map<DraftId, SentSubmission>();
  for (const one of submissions) {
    if (one.inPeriod) ofPeriod.add(one.submission.draftId);
    newest.set(one.submission.draftId, one);
  }
  const steps = submissions.flatMap((one) => {
    const { id, draftId } = one.submission;
    const about = { id, counts: ofPeriod.has(draftId), isNewest: newest.get(draftId) === one };
    return one.steps.map((step) => ({ ...about, step }));
  });
  const done = steps.filter(({ step }) => step.state === 'done');
  const open = steps.filter(({ step, isNewest }) => step.state !== 'done' && isNewest);
  const pending = open.filter(({ counts }) => counts).map(({ step }) => step);
  const created = done.find(({ step }) => step.kind === 'create-order');
  const numbered = submissions.findLast(({ submission }) => submission.orderNumber !== null);
  return {
    key: submissions[0]?.submission.id ?? '',
    submissions,
    orderNumber: numbered?.submission.orderNumber ?? null,
    header: created?.counts === true ? created.step.request : null,
    lines: linesOf(
      done,
      open.map(({ step }) => step),
    ),
    pendingLines: pending.filter(({ kind }) => kind === 'add-line').map(({ request }) => request),
    pendingSteps: pending.length,
    mark: done.map(({ id, step }) => `${id} ${step.ordinal}`).join(', '),
  };
}

interface DoneStep {
  readonly step: SentStep;
  /** It belongs to the period. */
  readonly counts: boolean;
}

/** The lines that PIMS took, as they are to be by now. */
function linesOf(done: readonly DoneStep[], open: readonly SentStep[]): SentLine[] {
  const lines: SentLine[] = [];
  const placeOf = new Map<string, number>();
  const push = ({ step: { lineNumber, request }, counts }: DoneStep, isOurs: boolean): void => {
    if (lineNumber !== null) placeOf.set(lineNumber, lines.length);
    lines.push({ lineNumber, sent: request, isOurs, ofPeriod: counts, inDoubt: new Set() });
  };
  const merge = (lineNumber: string | null, change: (line: SentLine) => SentLine): boolean => {
    const at = lineNumber === null ? undefined : placeOf.get(lineNumber);
    const known = at === undefined ? undefined : lines[at];
    if (at === undefined || known === undefined) return false;
    lines[at] = change(known);
    return true;
  };

  for (const one of done) if (one.step.kind === 'add-line') push(one, true);
  // One that a person decided to leave out is done with nothing in it.
  const changes = done
    .filter(({ step }) => step.kind === 'update-line' && Object.keys(step.request).length > 0)
    .toSorted((a, b) => Date.parse(a.step.endedAt ?? '') - Date.parse(b.step.endedAt ?? ''));
  for (const one of changes) {
    const { lineNumber, request } = one.step;
    const isKnown = merge(lineNumber, (line) => ({
      ...line,
      sent: { ...line.sent, ...request },
      ofPeriod: line.ofPeriod || one.counts,
    }));
    if (!isKnown) push(one, false);
  }
  for (const { kind, state, lineNumber, request } of open) {
    if (kind !== 'update-line' || (state !== 'intended' && state !== 'unknown')) continue;
    merge(lineNumber, (line) => ({
      ...line,
      inDoubt: new Set([...line.inDoubt, ...Object.keys(request)]),
    }));
  }
  return lines;
}
