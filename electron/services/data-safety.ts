import type { DataSafety } from '../../shared/data-safety/findings.ts';
import { DeskError } from '../../shared/errors.ts';
import type { Clock } from '../clock.ts';
import type { DeskCall } from '../desk-call.ts';
import type { Log } from '../log.ts';
import { backUpDaily } from '../storage/data-folder/back-up.ts';
import { backupFolderIn, listBackups } from '../storage/data-folder/backup-files.ts';
import { createDataFindingsRepository } from '../storage/data-folder/data-findings.ts';
import type { Database } from '../storage/database.ts';
import { createDailyBackup } from './daily-backup.ts';

export interface DataSafetyService {
  findings: DeskCall<'data.findings'>;
  acknowledge: DeskCall<'data.acknowledge'>;
  safety: DeskCall<'data.safety'>;
  /** @throws DeskError `conflict` when no backup could be written */
  backUp: DeskCall<'data.backUp'>;
}

interface DataSafetyOptions {
  readonly db: Database;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** The backups of a data folder, and what was found to be wrong with it. */
export function createDataSafetyService({ db, dataDir, clock, log }: DataSafetyOptions): {
  readonly calls: DataSafetyService;
  close(): Promise<void>;
} {
  const findings = createDataFindingsRepository(db);
  const now = () => clock.now().toISOString();
  const checkedAt = now();
  const lastAt = () => listBackups(dataDir).find(({ kind }) => kind === 'daily')?.madeAt ?? null;
  const daily = createDailyBackup({ backUp: (at) => backUpDaily(dataDir, at), lastAt, clock, log });

  function safety(): DataSafety {
    return {
      lastBackupAt: lastAt(),
      backupCount: listBackups(dataDir).length,
      backupFolder: backupFolderIn(dataDir),
      checkedAt,
      problem: daily.problem(),
    };
  }

  const calls: DataSafetyService = {
    findings: async () => findings.read(),
    async acknowledge() {
      findings.acknowledge(now());
      return {};
    },
    safety: async () => safety(),
    async backUp() {
      await daily.run();
      const problem = daily.problem();
      if (problem !== null) throw new DeskError('conflict', problem, {});
      return safety();
    },
  };
  return { calls, close: daily.close };
}
