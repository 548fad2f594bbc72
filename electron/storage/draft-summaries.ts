import { z } from 'zod';
import { type DraftSummary, draftSummarySchema } from '../../shared/drafts/draft.ts';
import type { ConnectionId, DraftId } from '../../shared/ids.ts';
import { pimsFieldsSchema } from '../../shared/pims/fields.ts';
import type { Database } from './database.ts';
import { isEmptyDraft } from './empty-draft.ts';

export interface DraftSummaries {
  /**
   * Of one connection, without templates, sent, removed and empty drafts, newest edit first. With `search`, those that have
   * it in a value of the header, of a line or of a change, or in a reference or the order's number.
   */
  list(connectionId: ConnectionId, search?: string): DraftSummary[];
}

const summaryRow = draftSummarySchema.extend({ header: z.string() });
const fieldsRow = z.object({ fields: z.string() });

export function createDraftSummaries(db: Database): DraftSummaries {
  const selectAll = db.prepare(`
    SELECT d.id, d.connection_id AS connectionId, d.state, d.header, COALESCE(d.own_reference, '') AS ownReference,
      COALESCE(d.header ->> ('$."' || c.reference_field || '"'), '') AS reference,
      COALESCE(d.header ->> '$.CUSTOMER_CODE', '') AS customerCode,
      COALESCE(d.header ->> '$.BNAME', '') AS billingName,
      (SELECT COUNT(*) FROM draft_lines l WHERE l.draft_id = d.id AND l.fields <> '{}') AS lineCount,
      d.target_order AS target,
      (SELECT COUNT(*) FROM draft_changes h WHERE h.draft_id = d.id) AS changeCount,
      d.created_at AS createdAt, d.updated_at AS updatedAt
    FROM drafts d JOIN connections c ON c.id = d.connection_id
    WHERE d.connection_id = ? AND d.state <> 'sent' AND d.removed_at IS NULL AND d.template_name IS NULL
      AND NOT ${isEmptyDraft}
    ORDER BY d.updated_at DESC, d.rowid DESC`);
  const selectFields = db.prepare(`
    SELECT fields FROM draft_lines WHERE draft_id = ?1
    UNION ALL SELECT base FROM draft_changes WHERE draft_id = ?1
    UNION ALL SELECT fields FROM draft_changes WHERE draft_id = ?1`);

  function fieldsOf(id: DraftId): string[] {
    return z
      .array(fieldsRow)
      .parse(selectFields.all(id))
      .map(({ fields }) => fields);
  }

  return {
    list(connectionId, search = '') {
      const has = searchFor(search);
      return z
        .array(summaryRow)
        .parse(selectAll.all(connectionId))
        .filter(({ id, header, ownReference, target }) => {
          if (has === null) return true;
          if (has.text(ownReference) || has.text(target ?? '')) return true;
          return has.record(header) || fieldsOf(id).some(has.record);
        })
        .map(({ header: _header, ...summary }) => summary);
    },
  };
}

/** Upper and lower case alike, in every script: SQLite itself knows that of A to Z alone. */
function searchFor(search: string) {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return null;
  const asJson = JSON.stringify(wanted).slice(1, -1);
  const text = (value: string): boolean => value.toLowerCase().includes(wanted);
  return {
    text,
    /** Whether a value of the record, which is JSON text, has it. Only what may have it is read as JSON. */
    record: (json: string): boolean =>
      json.toLowerCase().includes(asJson) &&
      Object.values(pimsFieldsSchema.parse(JSON.parse(json))).some(text),
  };
}
