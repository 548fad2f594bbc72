import { z } from 'zod';
import { assertNever } from '../errors.ts';

/**
 * Why the data folder may be one of two that send the same orders.
 * - `other-machine`: it was made on another machine (a roaming profile, a cloned disk).
 * - `restored`: it comes from a backup, so that more may have been sent than it knows of.
 * - `sent-elsewhere`: PIMS has an order that this folder has yet to send.
 */
export const copyReasons = ['other-machine', 'restored', 'sent-elsewhere'] as const;
export type CopyReason = (typeof copyReasons)[number];

/** What is to become of what waits in such a folder: it is sent from here, or goes back to its drafts. */
export const copyDecisions = ['go-on', 'take-back'] as const;
export type CopyDecision = (typeof copyDecisions)[number];

/** A data folder whose queue is held until a person has decided. */
export const folderCopySchema = z.object({
  why: z.enum(copyReasons),
  noticedAt: z.string(),
  /** Submissions of which it is still being found out what PIMS has. */
  checking: z.number().int(),
  /** Submissions that are held; what PIMS has of them shows in each. */
  held: z.number().int(),
  /** Submissions of which everything turned out to be in PIMS. */
  foundSent: z.number().int(),
});
export type FolderCopy = z.infer<typeof folderCopySchema>;

/** Why a data folder is taken for one of two, in a sentence. */
export function copyWords(why: CopyReason): string {
  switch (why) {
    case 'other-machine':
      return 'This data comes from another machine, which may still send the same orders.';
    case 'restored':
      return 'Part of this data was lost, or comes from a backup: more may have been sent than it knows of.';
    case 'sent-elsewhere':
      return 'PIMS already has something that was only about to be sent from here: another copy of this data folder may be in use.';
    default:
      return assertNever(why);
  }
}
