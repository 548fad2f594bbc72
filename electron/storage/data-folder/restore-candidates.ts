import { copyFileSync, existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import type { DataFindings } from '../../../shared/data-safety/findings.ts';
import { listBackups } from './backup-files.ts';
import { databaseFileIn, removeDatabase } from './database-files.ts';
import { createDeskFacts } from './desk-facts.ts';
import { makePrivateFile } from './private-files.ts';
import { checkFile, type Soundness } from './soundness.ts';

/** A file that can take the place of a damaged database. */
export interface Candidate {
  readonly path: string;
  readonly from: Exclude<DataFindings['restoredFrom'], { kind: 'nothing' }>;
}

/**
 * What there is to restore from, the one with the newest change first: times of files are lost when a folder is
 * copied. `withItself`: the database itself is among it, without the file of its newest changes.
 */
export function listCandidates(dataDir: string, withItself: boolean): Candidate[] {
  const backups = listBackups(dataDir).map(({ path }): Candidate => {
    return { path, from: { kind: 'backup', file: path, newest: newestIn(path) } };
  });
  const own = databaseFileIn(dataDir);
  const itself: Candidate[] =
    withItself && existsSync(own) ? [{ path: own, from: { kind: 'same', newest: newestIn(own) } }] : [];
  return [...itself, ...backups].sort((a, b) => (b.from.newest ?? '').localeCompare(a.from.newest ?? ''));
}

/**
 * Copies the first sound candidate to `target`, or else the first in which only rows are missing. Null, and no file,
 * when there is none.
 */
export function takeBest(
  candidates: readonly Candidate[],
  target: string,
): (Candidate & { readonly soundness: Soundness }) | null {
  let next: Candidate | undefined;
  for (const candidate of candidates) {
    const soundness = copy(candidate, target);
    if (soundness === 'sound') return { ...candidate, soundness };
    if (soundness === 'dangling') next ??= candidate;
  }
  if (next === undefined) return null;
  return { ...next, soundness: copy(next, target) };
}

function copy({ path }: Candidate, target: string): Soundness {
  removeDatabase(target);
  copyFileSync(path, target);
  makePrivateFile(target);
  const soundness = checkFile(target);
  if (soundness === 'damaged') removeDatabase(target);
  return soundness;
}

/**
 * The time of the newest change in a file, whatever lies beside it; nothing is written. Null also for one that can't be
 * read: whether it can is found out when its turn comes.
 */
function newestIn(path: string): string | null {
  try {
    const sqlite = new DatabaseSync(`${pathToFileURL(path).href}?immutable=1`, { readOnly: true });
    try {
      return createDeskFacts(sqlite).newest();
    } finally {
      sqlite.close();
    }
  } catch {
    return null;
  }
}
