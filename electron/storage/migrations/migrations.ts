import type { Migration } from '../migrate.ts';
import { firstMigration } from './001-first.ts';
import { reconcileMigration } from './002-reconcile.ts';
import { outboxByHandMigration } from './003-outbox-by-hand.ts';
import { partsMigration } from './004-parts.ts';
import { keptChoicesMigration } from './005-kept-choices.ts';
import { importsMigration } from './006-imports.ts';
import { openScansMigration } from './007-open-scans.ts';
import { customersMigration } from './008-customers.ts';
import { usagePurposeMigration } from './009-usage-purpose.ts';

/** Every migration, oldest first. */
export const migrations: readonly Migration[] = [
  firstMigration,
  reconcileMigration,
  outboxByHandMigration,
  partsMigration,
  keptChoicesMigration,
  importsMigration,
  openScansMigration,
  customersMigration,
  usagePurposeMigration,
];
