import { randomUUID } from 'node:crypto';
import type { Draft } from '../../shared/drafts/draft.ts';
import { type DraftProblem, validateDraft } from '../../shared/drafts/validate-draft.ts';
import { DeskError } from '../../shared/errors.ts';
import { type DraftId, type SubmissionId, submissionIdSchema } from '../../shared/ids.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../storage/database.ts';
import type { DraftProgress } from '../storage/draft-progress.ts';
import type { DraftRepository } from '../storage/drafts.ts';
import type { JournalRepository } from '../storage/journal.ts';
import type { KnownBefore } from '../storage/known-before.ts';
import type { SettingsRepository } from '../storage/settings.ts';
import type { StepRepository } from '../storage/steps.ts';
import type { SubmissionRepository } from '../storage/submissions.ts';
import { planSteps } from './plan-steps.ts';
import { deskMark, newReference } from './reference.ts';

interface SubmitOptions {
  readonly db: Database;
  readonly drafts: DraftRepository;
  readonly progress: DraftProgress;
  readonly submissions: SubmissionRepository;
  readonly steps: StepRepository;
  readonly journal: JournalRepository;
  readonly known: KnownBefore;
  readonly settings: SettingsRepository;
  readonly clock: Clock;
}

/**
 * Puts a draft into the outbox with every request it will make: one transaction with one conditional change of
 * state, so that a held Ctrl+Enter can't pass it twice.
 * A draft of which PIMS has a part goes on with that order. `duplicateConfirmed`: a person knows that other orders
 * bear its reference.
 * @throws DeskError `not-found`, `conflict` when the draft is not open, `invalid-input` when it can't be sent
 */
export function submitDraft(
  options: SubmitOptions,
  draftId: DraftId,
  duplicateConfirmed: boolean,
): SubmissionId {
  const { db, drafts, progress, submissions, steps, journal, known, settings, clock } = options;
  return db.transaction(() => {
    const draft = drafts.open(draftId);
    const queuedAt = clock.now().toISOString();
    if (draft.state !== 'open') throw alreadySubmitted(draft);
    refuseProblems(validateDraft(draft));
    if (!drafts.move(draftId, 'open', 'queued', queuedAt)) throw alreadySubmitted(draft);
    const { inPims } = draft;
    const given = (draft.header.REFERENCE_NUMBER ?? '').trim();
    const used = given === '' ? progress.usedReference(draftId) : given;
    const reference = used ?? newReference(deskMark(settings), (taken) => submissions.hasReference(taken));
    const planned = planSteps(draft, reference);
    const id = submissionIdSchema.parse(randomUUID());
    submissions.insert({
      id,
      draftId,
      connectionId: draft.connectionId,
      reference,
      customerCode: (draft.header.CUSTOMER_CODE ?? '').trim(),
      stepsTotal: planned.length,
      queuedAt,
      orderNumber: inPims?.orderNumber ?? null,
      duplicateConfirmed,
    });
    // What a new order and a reference of our own had before is certain; all else is looked up before the first send.
    if (inPims === null) known.setLines(id, []);
    if (used === undefined) known.ownReference(id);
    steps.plan(id, planned);
    const note = inPims === null ? '' : `It goes on with order ${inPims.orderNumber}.`;
    journal.add(id, queuedAt, 'queued', null, note);
    return id;
  });
}

function alreadySubmitted({ id, state }: Draft): DeskError {
  const message =
    state === 'sent'
      ? 'This order was sent already.'
      : 'This order is in the outbox already, and is sent from there.';
  return new DeskError('conflict', message, { id, state });
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
