import { copyFileSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { z } from 'zod';
import { type DraftId, draftIdSchema } from '../../../shared/ids.ts';
import { pimsFieldsSchema } from '../../../shared/pims/fields.ts';
import { jsonColumn } from '../json-column.ts';
import { databaseFileIn, filesOf, removeDatabase } from './database-files.ts';
import type { DraftLineFact } from './witness-line.ts';

interface Salvaging {
  readonly dataDir: string;
  /** Where the damaged file is read, as a copy: SQLite writes where it reads. */
  readonly damagedFolder: string;
  /** What the drafts are put into. */
  readonly into: DatabaseSyncInstance;
  /** What the witness saw of a draft last; undefined when it did not see it. */
  readonly seen: (id: DraftId) => Seen | undefined;
}

type Seen = Pick<DraftLineFact, 'state' | 'at' | 'lineCount'>;
type Row = Readonly<Record<string, string | number | null>>;

const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const candidateRow = z.object({ id: draftIdSchema, updatedAt: z.string() });
const presentRow = z.object({ state: z.string(), updatedAt: z.string() }).optional();
const nameRow = z.object({ name: z.string() });
const fieldsOf = z.object({ fields: jsonColumn(pimsFieldsSchema) });
const headerOf = z.object({ header: jsonColumn(pimsFieldsSchema) });

/** What belongs to a draft, where there is such a table. */
const partTables = ['draft_lines', 'draft_changes'] as const;

/**
 * Takes over the open drafts of a damaged database that are newer than those of the one restored. A draft is taken
 * only when it reads back whole: its row and its parts are the same by each index and by the table itself, every field is a
 * record, and there are as many lines as the witness saw. Submitted drafts are left: they could be sent twice.
 */
export function salvageDrafts({ dataDir, damagedFolder, into, seen }: Salvaging): DraftId[] {
  const copy = join(damagedFolder, 'reading.db');
  const [database = '', log = ''] = filesOf(databaseFileIn(dataDir));
  if (!existsSync(database)) return [];
  let damaged: DatabaseSyncInstance | undefined;
  try {
    copyFileSync(database, copy);
    if (statSync(log, { throwIfNoEntry: false })?.isFile() === true) copyFileSync(log, `${copy}-wal`);
    damaged = new DatabaseSync(copy);
    return takeOver(damaged, into, seen);
  } catch {
    // Nothing in it can be read: the backup has to do.
    return [];
  } finally {
    damaged?.close();
    removeDatabase(copy);
  }
}

function takeOver(
  damaged: DatabaseSyncInstance,
  into: DatabaseSyncInstance,
  seen: Salvaging['seen'],
): DraftId[] {
  const select = into.prepare('SELECT state, updated_at AS updatedAt FROM drafts WHERE id = ?');
  return openDrafts(damaged).flatMap(({ id, updatedAt }) => {
    const present = presentRow.parse(select.get(id));
    if (present !== undefined && (present.state !== 'open' || present.updatedAt >= updatedAt)) return [];
    const last = seen(id);
    if (last !== undefined && last.state !== 'open') return [];
    const whole = readWhole(damaged, id, last?.at === updatedAt ? last.lineCount : null);
    return whole !== null && put(into, id, whole) ? [id] : [];
  });
}

/** As far as the list can be read. */
function openDrafts(damaged: DatabaseSyncInstance): z.infer<typeof candidateRow>[] {
  const found: z.infer<typeof candidateRow>[] = [];
  try {
    const rows = damaged
      .prepare(
        `SELECT id, updated_at AS updatedAt FROM drafts NOT INDEXED
         WHERE state = 'open' AND removed_at IS NULL ORDER BY rowid`,
      )
      .iterate();
    for (const row of rows) {
      const reading = candidateRow.safeParse(row);
      if (reading.success) found.push(reading.data);
    }
  } catch {
    // The rows before the damage are kept.
  }
  return found;
}

interface WholeDraft {
  readonly draft: Row;
  readonly parts: ReadonlyMap<string, readonly Row[]>;
}

function readWhole(damaged: DatabaseSyncInstance, id: DraftId, lineCount: number | null): WholeDraft | null {
  try {
    const [draft, ...others] = readEachWay(damaged, 'drafts', 'id', id);
    if (draft === undefined || others.length > 0 || !headerOf.safeParse(draft).success) return null;
    const parts = new Map<string, readonly Row[]>();
    for (const table of tablesIn(damaged)) {
      const rows = readEachWay(damaged, table, 'draft_id', id);
      if (!rows.every((row) => fieldsOf.safeParse(row).success)) return null;
      parts.set(table, rows);
    }
    const written = (parts.get('draft_lines') ?? []).filter(({ fields }) => fields !== '{}').length;
    if (lineCount !== null && lineCount !== written) return null;
    return { draft, parts };
  } catch {
    return null;
  }
}

/** The rows of a draft by every index that leads to them. Throws when they are not the same each time. */
function readEachWay(damaged: DatabaseSyncInstance, table: string, column: string, id: DraftId): Row[] {
  const indexes = z.array(nameRow).parse(
    damaged
      .prepare(
        `SELECT l.name FROM pragma_index_list(?) l JOIN pragma_index_info(l.name) i
         WHERE i.seqno = 0 AND i.name = ? AND l.partial = 0`,
      )
      .all(table, column),
  );
  const readings = indexes.map(({ name }) => {
    const rows = damaged
      .prepare(`SELECT * FROM "${table}" INDEXED BY "${name}" WHERE "${column}" = ?`)
      .all(id);
    const parsed = z.array(rowSchema).parse(rows);
    return parsed.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  });
  const [first] = readings;
  if (first === undefined) throw new Error(`No index leads to the rows of ${table}.`);
  if (readings.some((rows) => JSON.stringify(rows) !== JSON.stringify(first))) {
    throw new Error(`The indexes of ${table} disagree.`);
  }
  return first;
}

/** False, and nothing written, when it does not fit: its connection may be gone. */
function put(into: DatabaseSyncInstance, id: DraftId, { draft, parts }: WholeDraft): boolean {
  into.exec('SAVEPOINT draft');
  try {
    into.prepare('DELETE FROM drafts WHERE id = ?').run(id);
    insert(into, 'drafts', draft);
    for (const [table, rows] of parts) for (const row of rows) insert(into, table, row);
    into.exec('RELEASE draft');
    return true;
  } catch {
    into.exec('ROLLBACK TO draft; RELEASE draft');
    return false;
  }
}

/** The columns that both know. */
function insert(into: DatabaseSyncInstance, table: string, row: Row): void {
  const known = z.array(nameRow).parse(into.prepare('SELECT name FROM pragma_table_info(?)').all(table));
  const names = known.map(({ name }) => name).filter((name) => Object.hasOwn(row, name));
  const values = names.map((name) => row[name] ?? null);
  into
    .prepare(
      `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')})
       VALUES (${names.map(() => '?').join(', ')})`,
    )
    .run(...values);
}

function tablesIn(damaged: DatabaseSyncInstance): string[] {
  const select = damaged.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name = ?");
  return partTables.filter((table) => select.get(table) !== undefined);
}
