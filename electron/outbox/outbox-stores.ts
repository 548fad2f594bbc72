import type { Clock } from '../clock.ts';
import type { Database } from '../storage/database.ts';
import type { DraftChangeRepository } from '../storage/drafts/draft-changes.ts';
import type { DraftRepository } from '../storage/drafts/drafts.ts';
import type { LockCodeRepository } from '../storage/lock-codes.ts';
import type { JournalRepository } from '../storage/submissions/journal.ts';
import type { KnownBefore } from '../storage/submissions/known-before.ts';
import type { StepRepository } from '../storage/submissions/steps.ts';
import type { SubmissionRepository } from '../storage/submissions/submissions.ts';

/** Where the outbox keeps what it knows, for what changes several of them in one transaction. */
export interface OutboxStores {
  readonly db: Database;
  readonly submissions: SubmissionRepository;
  readonly steps: StepRepository;
  readonly journal: JournalRepository;
  readonly known: KnownBefore;
  readonly drafts: DraftRepository;
  readonly changes: DraftChangeRepository;
  readonly lockCodes: LockCodeRepository;
  readonly clock: Clock;
}
