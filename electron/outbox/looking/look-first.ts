import type { SubmissionId } from '../../../shared/ids.ts';

/**
 * Submissions that another run of the program laid down. What their journal calls planned was not sent from here, but
 * it may have been from a copy of this folder, or by the machine that this backup was taken from: one look at PIMS, before
 * the first of their steps, finds that out.
 */
export interface LookFirst {
  has(id: SubmissionId): boolean;
  add(id: SubmissionId): void;
  /** PIMS has nothing that only this folder could have sent. */
  done(id: SubmissionId): void;
  /** PIMS has: from now on nothing is sent before a person has decided. */
  copyFound(): void;
}
