import type { DraftId, OrderNumber } from '../ids.ts';
import type { PimsFields } from '../pims/fields.ts';
import type { StepKind, Submission } from './submission.ts';

/** A step as this desk has it on record. */
export interface SentStep {
  readonly ordinal: number;
  readonly kind: StepKind;
  readonly state: 'planned' | 'intended' | 'done' | 'unknown' | 'rejected';
  /** What was sent, or will be. */
  readonly request: PimsFields;
  /** The line that it added or changed; null when PIMS has not named it. */
  readonly lineNumber: string | null;
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
  const lines = new LineList();
  const pendingLines: PimsFields[] = [];
  let header: PimsFields | null = null;
  let pendingSteps = 0;
  const done: string[] = [];

  for (const one of submissions) {
    const { id, draftId } = one.submission;
    const counts = ofPeriod.has(draftId);
    for (const step of one.steps) {
      if (step.state === 'done') {
        done.push(`${id} ${step.ordinal}`);
        if (step.kind === 'create-order') header = counts ? step.request : header;
        else lines.take(step, counts);
      } else if (newest.get(draftId) === one) {
        if (step.kind === 'update-line') lines.doubt(step);
        if (!counts) continue;
        pendingSteps += 1;
        if (step.kind === 'add-line') pendingLines.push(step.request);
      }
    }
  }
  const numbered = submissions.findLast(({ submission }) => submission.orderNumber !== null);
  return {
    key: submissions[0]?.submission.id ?? '',
    submissions,
    orderNumber: numbered?.submission.orderNumber ?? null,
    header,
    lines: lines.all,
    pendingLines,
    pendingSteps,
    mark: done.join(', '),
  };
}

/** The lines of one order while its steps are gone through, oldest first. */
class LineList {
  readonly all: SentLine[] = [];
  readonly #placeOf = new Map<string, number>();

  /** PIMS took the step. */
  take({ kind, lineNumber, request }: SentStep, ofPeriod: boolean): void {
    const at = this.#find(lineNumber);
    const known = kind === 'update-line' && at !== undefined ? this.all[at] : undefined;
    if (known === undefined || at === undefined) {
      if (lineNumber !== null) this.#placeOf.set(lineNumber, this.all.length);
      this.all.push({
        lineNumber,
        sent: request,
        isOurs: kind === 'add-line',
        ofPeriod,
        inDoubt: new Set(),
      });
    } else {
      this.all[at] = {
        ...known,
        sent: { ...known.sent, ...request },
        ofPeriod: known.ofPeriod || ofPeriod,
      };
    }
  }

  /** The change may be in PIMS. */
  doubt({ state, lineNumber, request }: SentStep): void {
    const at = this.#find(lineNumber);
    const known = at === undefined ? undefined : this.all[at];
    if (at === undefined || known === undefined) return;
    if (state !== 'intended' && state !== 'unknown') return;
    this.all[at] = { ...known, inDoubt: new Set([...known.inDoubt, ...Object.keys(request)]) };
  }

  #find(lineNumber: string | null): number | undefined {
    return lineNumber === null ? undefined : this.#placeOf.get(lineNumber);
  }
}
