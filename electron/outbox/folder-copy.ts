import { z } from 'zod';
import { DeskError } from '../../shared/errors.ts';
import type { SubmissionId } from '../../shared/ids.ts';
import { type CopyReason, copyReasons, copyWords, type FolderCopy } from '../../shared/outbox/folder-copy.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../storage/database.ts';
import type { SettingsRepository } from '../storage/settings.ts';
import type { JournalRepository } from '../storage/submissions/journal.ts';
import type { StepRepository } from '../storage/submissions/steps.ts';
import type { SubmissionRepository } from '../storage/submissions/submissions.ts';
import type { StepRecords } from './sending/step-records.ts';

/**
 * A data folder of which there may be two (design section 6): a roaming profile, a cloned disk, a restored backup. Everything
 * that is planned may have been sent from the other one, so that it counts as unknown and is looked for in PIMS. Nothing is
 * sent before a person has decided.
 */
export interface FolderCopies {
  /** Why the folder is taken for one of two; null when it is not. */
  why(): CopyReason | null;
  read(): FolderCopy | null;
  /** Answers whether that is news. */
  notice(why: CopyReason): boolean;
  /**
   * Sends from here what PIMS has not got, after one more look at it.
   * @throws DeskError `conflict` while it is still being found out what PIMS has
   */
  goOn(): void;
  /** Takes everything back to its draft: answers which. @throws DeskError `conflict` as `goOn` does */
  takeBack(): SubmissionId[];
}

interface FolderCopiesOptions {
  readonly db: Database;
  readonly settings: SettingsRepository;
  readonly submissions: SubmissionRepository;
  readonly steps: StepRepository;
  readonly journal: JournalRepository;
  readonly records: StepRecords;
  readonly clock: Clock;
}

const noticedSchema = z.object({ why: z.enum(copyReasons), noticedAt: z.string() });

export function createFolderCopies(options: FolderCopiesOptions): FolderCopies {
  const { db, settings, submissions, steps, journal, records, clock } = options;
  const now = () => clock.now().toISOString();
  let noticed = settings.read('folder-copy', noticedSchema) ?? null;

  /** What is planned may be in PIMS: it is looked for before it is sent. */
  function doubtPlanned(why: CopyReason): void {
    const at = now();
    for (const id of steps.doubtPlanned(at)) {
      journal.add(id, at, 'copy-found', null, `${copyWords(why)} Checking what PIMS has of this order.`);
    }
  }

  function requireChecked(): z.infer<typeof noticedSchema> {
    if (noticed === null)
      throw new DeskError('conflict', 'There is nothing to decide about this data any more.');
    if (submissions.standingOfCopy(noticed.noticedAt).checking > 0) {
      const message =
        'It is still being found out what PIMS has of the orders that wait here. Decide when that is done; PIMS has to be reached for it.';
      throw new DeskError('conflict', message);
    }
    return noticed;
  }

  return {
    why: () => noticed?.why ?? null,
    read: () => (noticed === null ? null : { ...noticed, ...submissions.standingOfCopy(noticed.noticedAt) }),
    notice(why) {
      if (noticed !== null) return false;
      db.transaction(() => {
        const noticedAt = now();
        settings.write('folder-copy', { why, noticedAt });
        doubtPlanned(why);
        noticed = { why, noticedAt };
      });
      return true;
    },
    goOn() {
      const { why } = requireChecked();
      db.transaction(() => {
        // The other one may have gone on meanwhile.
        doubtPlanned(why);
        settings.remove('folder-copy');
      });
      // Only now: what is not on the disk is not decided, and nothing may be sent.
      noticed = null;
    },
    takeBack() {
      requireChecked();
      const taken = db.transaction(() => {
        settings.remove('folder-copy');
        return submissions.unfinished().filter((one) => records.withdraw(one));
      });
      noticed = null;
      return taken.map(({ id }) => id);
    },
  };
}
