import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** What the database keeps of the machine it was made on: a hash, so that the id itself is nowhere. */
export const machineMarkSchema = z.object({ salt: z.string(), hash: z.string() });
export type MachineMark = z.infer<typeof machineMarkSchema>;

/**
 * - `unmarked`: no mark is kept yet.
 * - `same`, `other`: the folder belongs to this machine, or to another.
 * - `unknown`: the machine can't be told.
 */
export type MachineComparison = 'unmarked' | 'same' | 'other' | 'unknown';

/** Whether a data folder was made on the machine of that id. */
export function compareMachine(kept: MachineMark | undefined, id: string | null): MachineComparison {
  if (id === null) return 'unknown';
  if (kept === undefined) return 'unmarked';
  return hashOf(id, kept.salt) === kept.hash ? 'same' : 'other';
}

/** The mark of a machine, with a salt of its own. */
export function markOf(id: string): MachineMark {
  const salt = randomBytes(16).toString('hex');
  return { salt, hash: hashOf(id, salt) };
}

function hashOf(id: string, salt: string): string {
  return createHash('sha256').update(`${salt} ${id}`).digest('hex');
}
