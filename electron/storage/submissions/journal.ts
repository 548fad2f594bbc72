import { z } from 'zod';
import type { SubmissionId } from '../../../shared/ids.ts';
import { type JournalEntry, journalEntrySchema, stepKinds } from '../../../shared/outbox/submission.ts';
import { pimsFieldsSchema } from '../../../shared/pims/fields.ts';
import type { Database } from '../database.ts';
import { jsonColumn } from '../json-column.ts';

export type JournalKind = JournalEntry['kind'];

export interface JournalRow {
  readonly at: string;
  readonly kind: JournalKind;
  readonly note: string;
  /** The step it is about. */
  readonly step: {
    readonly ordinal: number;
    readonly kind: (typeof stepKinds)[number];
    readonly targetLine: string | null;
    readonly request: Readonly<Record<string, string>>;
  } | null;
}

/** What happened to each submission, oldest first; only ever added to. */
export interface JournalRepository {
  add(id: SubmissionId, at: string, kind: JournalKind, stepOrdinal: number | null, note: string): void;
  list(id: SubmissionId): JournalRow[];
}

const row = z.object({
  at: z.string(),
  kind: journalEntrySchema.shape.kind,
  note: z.string(),
  ordinal: z.number().int().nullable(),
  stepKind: z.enum(stepKinds).nullable(),
  targetLine: z.string().nullable(),
  request: jsonColumn(pimsFieldsSchema).nullable(),
});

export function createJournalRepository(db: Database): JournalRepository {
  const insert = db.prepare(
    'INSERT INTO journal (submission_id, at, kind, step_ordinal, note) VALUES (?, ?, ?, ?, ?)',
  );
  const select = db.prepare(`
    SELECT j.at, j.kind, j.note, s.ordinal, s.kind AS stepKind, s.target_line AS targetLine, s.request
    FROM journal j LEFT JOIN steps s ON s.submission_id = j.submission_id AND s.ordinal = j.step_ordinal
    WHERE j.submission_id = ? ORDER BY j.number`);
  return {
    add(id, at, kind, stepOrdinal, note) {
      insert.run(id, at, kind, stepOrdinal, note);
    },
    list: (id) =>
      z
        .array(row)
        .parse(select.all(id))
        .map(({ at, kind, note, ordinal, stepKind, targetLine, request }) => ({
          at,
          kind,
          note,
          step:
            ordinal === null || stepKind === null || request === null
              ? null
              : { ordinal, kind: stepKind, targetLine, request },
        })),
  };
}
