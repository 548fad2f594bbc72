import { randomUUID } from 'node:crypto';
import type { Confirmable, Draft } from '../../../shared/drafts/draft.ts';
import { type DraftProblem, problemsLeft } from '../../../shared/drafts/validate-draft.ts';
import { DeskError } from '../../../shared/errors.ts';
import { type DraftId, type SubmissionId, submissionIdSchema } from '../../../shared/ids.ts';
import type { Clock } from '../../clock.ts';
import type { ConnectionRepository } from '../../storage/connections.ts';
import type { Database } from '../../storage/database.ts';
import type { DraftProgress } from '../../storage/drafts/draft-progress.ts';
import type { DraftRepository } from '../../storage/drafts/drafts.ts';
import type { JournalRepository } from '../../storage/submissions/journal.ts';
import type { KnownBefore } from '../../storage/submissions/known-before.ts';
import type { StepRepository } from '../../storage/submissions/steps.ts';
import type { SubmissionRepository } from '../../storage/submissions/submissions.ts';
import { planSteps } from './plan-steps.ts';

interface SubmitOptions {
  readonly db: Database;
  readonly connections: ConnectionRepository;
  readonly drafts: DraftRepository;
  readonly progress: DraftProgress;
  readonly submissions: SubmissionRepository;
  readonly steps: StepRepository;
  readonly journal: JournalRepository;
  readonly known: KnownBefore;
  /** This run of the program: a reference that another one drew may have been used by a copy of this folder. */
  readonly run: string;
  readonly clock: Clock;
}

/** What was queued, and whether PIMS is to be looked at for it before anything else. */
export interface Submitted {
  readonly id: SubmissionId;
  readonly looksFirst: boolean;
}

/**
 * Puts a draft into the outbox with every request it will make: one transaction with one conditional change of
 * state, so that a held Ctrl+Enter can't pass it twice.
 * A draft of which PIMS has a part goes on with that order. `confirmed`: what the person submits knowingly.
 * @throws DeskError `not-found`, `conflict` when the draft is not open or its connection is gone, `invalid-input` when it can't be sent
 */
export function submitDraft(
  options: SubmitOptions,
  draftId: DraftId,
  confirmed: readonly Confirmable[],
): Submitted {
  const { db, connections, drafts, progress, submissions, steps, journal, known, run, clock } = options;
  return db.transaction(() => {
    const draft = drafts.open(draftId);
    const queuedAt = clock.now().toISOString();
    if (draft.state !== 'open') throw alreadySubmitted(draft);
    const connection = connections.find(draft.connectionId);
    if (connection === undefined) throw nowhereToGo(draft);
    refuseProblems(problemsLeft(draft, confirmed));
    if (!drafts.move(draftId, 'open', 'queued', queuedAt)) throw alreadySubmitted(draft);
    const { referenceField } = connection;
    const { inPims, target } = draft;
    const given = (draft.header[referenceField] ?? '').trim();
    const used = given === '' && target === null ? progress.usedReference(draftId) : given;
    const isOwn = target === null && given === '' && used === undefined;
    const reference = used ?? draft.ownReference;
    const planned = planSteps(draft, { field: referenceField, value: reference });
    const id = submissionIdSchema.parse(randomUUID());
    const orderNumber = target ?? inPims?.orderNumber ?? null;
    submissions.insert({
      id,
      draftId,
      connectionId: draft.connectionId,
      reference,
      customerCode: (draft.header.CUSTOMER_CODE ?? '').trim(),
      stepsTotal: planned.length,
      queuedAt,
      orderNumber,
      duplicateConfirmed: confirmed.includes('duplicate-reference'),
      referenceField,
      isAddition: target !== null,
    });
    // What a new order and a reference of our own had before is certain; all else is looked up before the first send.
    if (orderNumber === null) known.setLines(id, []);
    if (isOwn) known.ownReference(id);
    steps.plan(id, planned);
    const goesWith = target === null ? 'It goes on with' : 'It is for';
    const note = orderNumber === null ? '' : `${goesWith} order ${orderNumber}.`;
    journal.add(id, queuedAt, 'queued', null, note);
    return { id, looksFirst: !drafts.isOfThisRun(draftId, run) };
  });
}

function alreadySubmitted({ id, state }: Draft): DeskError {
  const message =
    state === 'sent'
      ? 'This order was sent already.'
      : 'This order is in the outbox already, and is sent from there.';
  return new DeskError('conflict', message, { id, state });
}

function nowhereToGo({ id, connectionId }: Draft): DeskError {
  const message =
    'The connection of this draft was removed, or leads to another PIMS now. Begin the order anew on one that is there.';
  return new DeskError('conflict', message, { id, connectionId });
}

function refuseProblems(problems: readonly DraftProblem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const intro =
    problems.length === 1
      ? 'One thing keeps this order from being sent: '
      : `${problems.length} things keep this order from being sent. The first: `;
  const { place } = first;
  throw new DeskError('invalid-input', `${intro}${first.message}`, {
    count: problems.length,
    problem: first.message,
    place: place.kind,
    ...(place.kind === 'lines' ? {} : { field: place.field }),
    ...(place.kind === 'line' ? { lineId: place.lineId, lineIndex: place.lineIndex } : {}),
  });
}
