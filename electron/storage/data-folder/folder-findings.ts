import type { DataFindings } from '../../../shared/data-safety/findings.ts';
import type { Database } from '../database.ts';
import { createSettingsRepository } from '../settings.ts';
import { type Copied, createDataFindingsRepository } from './data-findings.ts';
import { createDeskFacts } from './desk-facts.ts';
import { findLosses } from './losses.ts';
import { compareMachine, machineMarkSchema, markOf } from './machine-mark.ts';
import type { Witnessed } from './witness-line.ts';

/** What was found when a data folder was opened. */
export interface FolderFindings {
  /** What is missing after a restore, until a person has read it. */
  readonly restored: DataFindings | null;
  /** Why the folder may be one of two that send the same orders; null when it is not, or the outbox knows it. */
  readonly copied: Copied | null;
  /** The outbox knows it and keeps it until a person has decided: from now on the folder belongs to this machine. */
  handOver(): void;
}

interface Looking {
  readonly db: Database;
  readonly witnessed: Witnessed;
  /** Null when it can't be told. */
  readonly machineId: string | null;
  readonly now: () => Date;
}

/**
 * Compares an open database with the witness beside it and with the machine. What it finds stands in the database when this
 * returns.
 */
export function lookThroughFolder({ db, witnessed, machineId, now }: Looking): FolderFindings {
  const settings = createSettingsRepository(db);
  const repository = createDataFindingsRepository(db);
  return db.transaction(() => {
    noticeLosses();
    const kept = settings.read('machine-mark', machineMarkSchema);
    const comparison = compareMachine(kept, machineId);
    if (comparison === 'unmarked') keepMark();
    const noticed = repository.copied();
    if (comparison === 'other' && noticed?.why !== 'other-machine') {
      repository.noticeCopied({ why: 'other-machine', noticedAt: now().toISOString() });
    }
    const findings = repository.read();
    return {
      restored: findings?.acknowledgedAt === null ? findings : null,
      copied: repository.copied(),
      handOver() {
        if (repository.copied() === null) return;
        db.transaction(() => {
          repository.forgetCopied();
          keepMark();
        });
      },
    };
  });

  /** The database is sound, but lacks what the witness saw: its newest changes were lost, or it was swapped. */
  function noticeLosses(): void {
    const facts = createDeskFacts(db);
    const losses = findLosses(witnessed, facts, repository.told());
    if (losses.length === 0) return;
    const findings: DataFindings = {
      noticedAt: now().toISOString(),
      damage: 'older',
      damagedFolder: null,
      restoredFrom: { kind: 'same', newest: facts.newest() },
      losses,
      acknowledgedAt: null,
    };
    repository.found(findings, witnessed.newest);
  }

  function keepMark(): void {
    if (machineId !== null) settings.write('machine-mark', markOf(machineId));
  }
}
