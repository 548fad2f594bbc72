import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { backUpDaily } from '../../../electron/storage/data-folder/back-up.ts';
import { openDatabase } from '../../../electron/storage/database.ts';

/*
 * A process of its own that opens the database of a data folder and dies in the middle of something, as a power cut or
 * kill -9 would have it: nothing is closed.
 */

export interface FolderDeath {
  readonly folder: string;
  /**
   * - `hold`: opens it and waits for its end.
   * - `change-files`: dies before the n-th change that it makes to the folder's files.
   * - `back-up`: backs up over and over until its end.
   */
  readonly kind: 'hold' | 'change-files' | 'back-up';
  readonly n: number;
}

const { folder, kind, n }: FolderDeath = JSON.parse(process.argv[2] ?? '');
const changes = ['mkdirSync', 'copyFileSync', 'renameSync', 'fsyncSync', 'rmSync'] as const;

if (kind === 'change-files') {
  let left = n;
  for (const name of changes) {
    const change: (...given: never[]) => unknown = fs[name];
    Object.assign(fs, {
      [name]: (...given: never[]) => {
        left -= 1;
        if (left === 0) process.kill(process.pid, 'SIGKILL');
        return change(...given);
      },
    });
  }
  syncBuiltinESMExports();
}

const db = openDatabase(folder, () => new Date());
process.send?.('open');
switch (kind) {
  case 'change-files':
    db.close();
    process.disconnect();
    break;
  case 'hold':
    setInterval(() => undefined, 60_000);
    break;
  case 'back-up':
    for (let second = 0; ; second += 1)
      await backUpDaily(folder, new Date(Date.UTC(2026, 5, 1) + second * 1_000));
}
