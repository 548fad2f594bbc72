import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { DraftRepository } from '../../storage/drafts/drafts.ts';
import type { SettingsRepository } from '../../storage/settings.ts';

/** No 0 and O, 1, I and L, U and V, which look or sound alike. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const deskMarkSchema = z.string().regex(new RegExp(`^[${LETTERS}]{2}$`));

function randomText(length: number): string {
  return Array.from({ length }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
}

/** Two characters that tell this data folder's references from those of other desks; drawn once. */
export function deskMark(settings: SettingsRepository): string {
  const kept = settings.read('desk-mark', deskMarkSchema);
  if (kept !== undefined) return kept;
  const fresh = randomText(2);
  settings.write('desk-mark', fresh);
  return fresh;
}

/** Draws references of this data folder that no draft and no submission of it has. */
export function createReferenceDrawer(
  settings: SettingsRepository,
  drafts: Pick<DraftRepository, 'isReferenceTaken'>,
): () => string {
  return () => newReference(deskMark(settings), (reference) => drafts.isReferenceTaken(reference));
}

/**
 * A reference for an order whose person gave none, such as `K7-3MXD-94RT`: short enough to read aloud, never from
 * the clock (design section 6). PIMS has no idempotency key, so that this is what an order is found by again.
 */
export function newReference(mark: string, isTaken: (reference: string) => boolean): string {
  for (;;) {
    const reference = `${mark}-${randomText(4)}-${randomText(4)}`;
    if (!isTaken(reference)) return reference;
  }
}
