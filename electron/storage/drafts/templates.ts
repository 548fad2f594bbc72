import { z } from 'zod';
import { type Template, templateSchema } from '../../../shared/drafts/draft.ts';
import { DeskError } from '../../../shared/errors.ts';
import type { ConnectionId, DraftId } from '../../../shared/ids.ts';
import { type PimsFields, pimsFieldsSchema } from '../../../shared/pims/fields.ts';
import type { Database } from '../database.ts';
import { jsonColumn } from '../json-column.ts';

/** Templates: drafts that are started from and never sent. */
export interface TemplateRepository {
  /** By name. */
  list(connectionId: ConnectionId): Template[];
  /** @throws DeskError `not-found`, also for a removed one */
  find(connectionId: ConnectionId, id: DraftId): Template;
  /** The header that drafts begin with. @throws DeskError `not-found` */
  header(connectionId: ConnectionId, id: DraftId): PimsFields;
  /** A template without lines. One of the same name is removed; upper and lower case are alike. */
  create(id: DraftId, connectionId: ConnectionId, name: string, header: PimsFields, at: string): void;
  /** @throws DeskError `not-found`, `conflict` when another has the name */
  rename(connectionId: ConnectionId, id: DraftId, name: string, at: string): void;
  /** @throws DeskError `not-found` */
  remove(connectionId: ConnectionId, id: DraftId, at: string): void;
  /** Takes a removal back. @throws DeskError `not-found`, `conflict` when another has the name by now */
  restore(connectionId: ConnectionId, id: DraftId): void;
}

const nameRow = z.object({ name: z.string() }).optional();
const headerRow = z.object({ header: jsonColumn(pimsFieldsSchema) }).optional();

export function createTemplateRepository(db: Database): TemplateRepository {
  const columns = `
    d.id, d.template_name AS name,
    COALESCE(d.header ->> '$.CUSTOMER_CODE', '') AS customerCode,
    COALESCE(d.header ->> '$.BNAME', '') AS billingName,
    (SELECT COUNT(*) FROM draft_lines l WHERE l.draft_id = d.id AND l.fields <> '{}') AS lineCount,
    d.updated_at AS updatedAt`;
  const isKept = 'connection_id = ? AND template_name IS NOT NULL AND removed_at IS NULL';
  const selectAll = db.prepare(
    `SELECT ${columns} FROM drafts d WHERE ${isKept} ORDER BY d.template_name COLLATE NOCASE, d.template_name`,
  );
  const selectOne = db.prepare(`SELECT ${columns} FROM drafts d WHERE ${isKept} AND d.id = ?`);
  const selectHeader = db.prepare(`SELECT header FROM drafts WHERE ${isKept} AND id = ?`);
  const selectName = db.prepare(
    'SELECT template_name AS name FROM drafts WHERE connection_id = ? AND template_name IS NOT NULL AND id = ?',
  );
  const insert = db.prepare(
    `INSERT INTO drafts (id, connection_id, state, header, template_name, created_at, updated_at)
     VALUES (?, ?, 'open', ?, ?, ?, ?)`,
  );
  const setName = db.prepare('UPDATE drafts SET template_name = ?, updated_at = ? WHERE id = ?');
  const setRemoved = db.prepare('UPDATE drafts SET removed_at = ? WHERE id = ?');

  const list = (connectionId: ConnectionId) => z.array(templateSchema).parse(selectAll.all(connectionId));
  const named = (connectionId: ConnectionId, name: string): Template | undefined =>
    list(connectionId).find((one) => one.name.toLowerCase() === name.toLowerCase());

  function find(connectionId: ConnectionId, id: DraftId): Template {
    const template = templateSchema.optional().parse(selectOne.get(connectionId, id));
    if (template === undefined) throw gone(id);
    return template;
  }

  function refuseTaken(connectionId: ConnectionId, name: string, except: DraftId, wayOn: string): void {
    const other = named(connectionId, name);
    if (other === undefined || other.id === except) return;
    throw new DeskError('conflict', `There is a template “${other.name}” already. ${wayOn}`, {
      name: other.name,
    });
  }

  return {
    list,
    find,
    header(connectionId, id) {
      const row = headerRow.parse(selectHeader.get(connectionId, id));
      if (row === undefined) throw gone(id);
      return row.header;
    },
    create(id, connectionId, name, header, at) {
      db.transaction(() => {
        const replaced = named(connectionId, name);
        if (replaced !== undefined) setRemoved.run(at, replaced.id);
        insert.run(id, connectionId, JSON.stringify(header), name, at, at);
      });
    },
    rename(connectionId, id, name, at) {
      db.transaction(() => {
        find(connectionId, id);
        refuseTaken(connectionId, name, id, 'Choose another name.');
        setName.run(name, at, id);
      });
    },
    remove(connectionId, id, at) {
      find(connectionId, id);
      setRemoved.run(at, id);
    },
    restore(connectionId, id) {
      db.transaction(() => {
        const row = nameRow.parse(selectName.get(connectionId, id));
        if (row === undefined) throw gone(id);
        refuseTaken(connectionId, row.name, id, 'Give that one another name first.');
        setRemoved.run(null, id);
      });
    },
  };
}

function gone(id: DraftId): DeskError {
  return new DeskError('not-found', 'This template is not on this machine any more.', { id });
}
