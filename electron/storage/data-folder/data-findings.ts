import { z } from 'zod';
import { type DataFindings, dataFindingsSchema } from '../../../shared/data-safety/findings.ts';
import type { Database } from '../database.ts';
import { createSettingsRepository } from '../settings.ts';

/** Why the data folder may be one of two that send the same orders. */
const copiedSchema = z.object({ why: z.enum(['other-machine', 'restored']), noticedAt: z.string() });
export type Copied = z.infer<typeof copiedSchema>;

/** What was found at a start. It stands in the database, so that a death before a person has decided loses none of it. */
export interface DataFindingsRepository {
  /** The newest, also when it was read; null when there never was one. */
  read(): DataFindings | null;
  /** Keeps what was found, and up to which line of the witness it tells. What nobody has read yet stays in the list. */
  found(findings: DataFindings, told: number): void;
  /** A person has read it. */
  acknowledge(at: string): void;
  /** The number of the last line of the witness that a person was told of. */
  told(): number;
  /** Null once the outbox knows it. */
  copied(): Copied | null;
  noticeCopied(copied: Copied): void;
  forgetCopied(): void;
}

export function createDataFindingsRepository(db: Pick<Database, 'prepare'>): DataFindingsRepository {
  const settings = createSettingsRepository(db);
  const read = () => settings.read('data-findings', dataFindingsSchema) ?? null;
  return {
    read,
    found(findings, told) {
      const before = read();
      const unread = before === null || before.acknowledgedAt !== null ? [] : before.losses;
      const named = new Set(findings.losses.map(({ id }) => id as string));
      const losses = [...findings.losses, ...unread.filter(({ id }) => !named.has(id))];
      settings.write('data-findings', { ...findings, losses });
      settings.write('witness-told', told);
      settings.write('copied-folder', { why: 'restored', noticedAt: findings.noticedAt });
    },
    acknowledge(at) {
      const findings = read();
      if (findings === null || findings.acknowledgedAt !== null) return;
      settings.write('data-findings', { ...findings, acknowledgedAt: at });
    },
    told: () => settings.read('witness-told', z.number().int()) ?? 0,
    copied: () => settings.read('copied-folder', copiedSchema) ?? null,
    noticeCopied(copied) {
      settings.write('copied-folder', copied);
    },
    forgetCopied() {
      settings.remove('copied-folder');
    },
  };
}
