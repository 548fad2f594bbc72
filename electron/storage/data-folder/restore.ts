import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import type { DamageKind, DataFindings, Loss } from '../../../shared/data-safety/findings.ts';
import type { DraftId } from '../../../shared/ids.ts';
import { type Migration, migrate } from '../migrate.ts';
import { createDataFindingsRepository } from './data-findings.ts';
import { databaseFileIn, filesOf } from './database-files.ts';
import { createDeskFacts, type DeskFacts } from './desk-facts.ts';
import { renameFinished } from './durable-files.ts';
import { findLosses } from './losses.ts';
import { makePrivateFile } from './private-files.ts';
import { type Candidate, listCandidates, takeBest } from './restore-candidates.ts';
import { salvageDrafts } from './salvage.ts';
import { finishRestore, makeDamagedFolder, restoredFileIn } from './set-aside.ts';
import { readWitness } from './witness.ts';
import { draftSubject, readLines, type Witnessed } from './witness-line.ts';

interface Restoring {
  readonly dataDir: string;
  readonly now: () => Date;
  readonly steps: readonly Migration[];
  readonly damage: DamageKind;
  /** Leaves everything as it is when there is no backup without a fault. */
  readonly forSoundOnly?: boolean;
}

/**
 * Sets a damaged database aside and puts the newest good backup in its place, or an empty database when there is none,
 * with the drafts that could be read from the damaged file and with the list of what is missing. It is made ready under another
 * name and then renamed, so that a death at any moment leaves either the damaged state or the restored one.
 * @throws when the disk is full, or a newer Order Desk has written the backup: then nothing has changed.
 */
export function restoreDatabase({ dataDir, now, steps, damage, forSoundOnly = false }: Restoring): void {
  const damagedFolder = makeDamagedFolder(dataDir, now());
  const unfinished = join(damagedFolder, 'unfinished.db');
  const best = takeBest(listCandidates(dataDir, damage === 'last-changes'), unfinished);
  if (forSoundOnly && best?.soundness !== 'sound') {
    finishRestore(dataDir);
    return;
  }
  makePrivateFile(unfinished);
  const sqlite = new DatabaseSync(unfinished, { enableForeignKeyConstraints: true });
  try {
    // One file, without others beside it, until it is opened under its own name.
    sqlite.exec('PRAGMA journal_mode = DELETE;');
    migrate(sqlite, { steps, dataDir, now });
    sqlite.exec('BEGIN IMMEDIATE');
    describe(sqlite, { dataDir, now, damage, damagedFolder, best });
    sqlite.exec('COMMIT');
  } finally {
    sqlite.close();
  }
  renameFinished(unfinished, restoredFileIn(damagedFolder));
  finishRestore(dataDir);
}

interface Restored {
  readonly dataDir: string;
  readonly now: () => Date;
  readonly damage: DamageKind;
  readonly damagedFolder: string;
  readonly best: Candidate | null;
}

/** Salvages, compares with the witness, and writes down what was found. */
function describe(
  sqlite: DatabaseSyncInstance,
  { dataDir, now, damage, damagedFolder, best }: Restored,
): void {
  const witnessed = witnessedIn(dataDir);
  const facts = createDeskFacts(sqlite);
  const repository = createDataFindingsRepository(sqlite);
  const newestBefore = facts.newest();
  const saved = salvageDrafts({
    dataDir,
    damagedFolder,
    into: sqlite,
    seen: (id) => {
      const line = witnessed.last.get(draftSubject(id));
      return line !== undefined && 'draft' in line ? line : undefined;
    },
  });
  const hasFiles = filesOf(databaseFileIn(dataDir)).some((path) => existsSync(path));
  const findings: DataFindings = {
    noticedAt: now().toISOString(),
    damage,
    damagedFolder: hasFiles ? damagedFolder : null,
    restoredFrom: best === null ? { kind: 'nothing' } : { ...best.from, newest: newestBefore },
    losses: [
      ...findLosses(witnessed, facts, repository.told()),
      ...saved.flatMap((id) => savedDraft(facts, id)),
    ],
    acknowledgedAt: null,
  };
  repository.found(findings, Math.max(witnessed.newest, repository.told()));
}

/** Without a witness nothing can be listed; that is no reason not to restore. */
function witnessedIn(dataDir: string): Witnessed {
  try {
    return readWitness(dataDir);
  } catch {
    return readLines('');
  }
}

function savedDraft(facts: DeskFacts, id: DraftId): Loss[] {
  const fact = facts.draft(id);
  if (fact === undefined) return [];
  const { reference, customerCode, lineCount, at } = fact;
  return [{ what: 'draft', id, reference, customerCode, lineCount, at, fate: 'saved' }];
}
