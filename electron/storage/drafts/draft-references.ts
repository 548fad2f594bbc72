import { z } from 'zod';
import { type ConnectionId, type DraftId, draftIdSchema } from '../../../shared/ids.ts';
import type { Database } from '../database.ts';

/** Which references drafts were given, and which were drawn for them. */
export interface DraftReferences {
  /** How many other drafts of the connection, not sent yet, a person gave that reference, which stands in `field`. */
  countWithReference(connectionId: ConnectionId, field: string, reference: string, except: DraftId): number;
  /**
   * Whether the draft was made in this very run of the program: no copy of this folder can have sent it, and its own
   * reference is borne by nothing.
   */
  isOfThisRun(id: DraftId, run: string): boolean;
  /** Whether any draft or submission of this machine has it. */
  isReferenceTaken(reference: string): boolean;
  /**
   * Gives a reference to the drafts that older versions made without one: the one under which they were sent before, or
   * a new one.
   */
  giveReferences(run: string, draw: () => string): void;
}

const countRow = z.object({ count: z.number().int() });
const bareRow = z.object({ id: draftIdSchema, used: z.string().nullable() });

export function createDraftReferences(db: Database): DraftReferences {
  const count = db.prepare(`
    SELECT COUNT(*) AS count FROM drafts
    WHERE connection_id = ? AND id <> ? AND state <> 'sent' AND removed_at IS NULL
      AND template_name IS NULL AND target_order IS NULL
      AND trim(header ->> ('$."' || ? || '"')) = trim(?) COLLATE NOCASE`);
  const selectNew = db.prepare('SELECT 1 FROM drafts WHERE id = ? AND drawn_in_run = ?');
  const selectTaken = db.prepare(`
    SELECT 1 WHERE EXISTS (SELECT 1 FROM drafts WHERE own_reference = ?1)
      OR EXISTS (SELECT 1 FROM submissions WHERE reference = ?1 COLLATE NOCASE)
      OR EXISTS (SELECT 1 FROM drafts WHERE state <> 'sent' AND instr(header, ?1) > 0)`);
  const selectBare = db.prepare(`
    SELECT id, (SELECT s.reference FROM submissions s WHERE s.draft_id = d.id AND s.own_reference = 1
      ORDER BY s.number DESC LIMIT 1) AS used
    FROM drafts d
    WHERE own_reference IS NULL AND state <> 'sent' AND template_name IS NULL AND target_order IS NULL`);
  const give = db.prepare('UPDATE drafts SET own_reference = ?, drawn_in_run = ? WHERE id = ?');

  return {
    countWithReference: (connectionId, field, reference, except) =>
      countRow.parse(count.get(connectionId, except, field, reference)).count,
    isOfThisRun: (id, run) => selectNew.get(id, run) !== undefined,
    isReferenceTaken: (reference) => selectTaken.get(reference) !== undefined,
    giveReferences(run, draw) {
      db.transaction(() => {
        for (const { id, used } of z.array(bareRow).parse(selectBare.all())) {
          // What was sent before may be in PIMS: it is looked up first, as a reference that is not new.
          give.run(used ?? draw(), used === null ? run : null, id);
        }
      });
    },
  };
}
