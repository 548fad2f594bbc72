import { z } from 'zod';
import { type DraftSummary, draftSummarySchema } from '../../../shared/drafts/draft.ts';
import type { ConnectionId, DraftId } from '../../../shared/ids.ts';
import { pimsFieldsSchema } from '../../../shared/pims/fields.ts';
import type { Database } from '../database.ts';
import { isEmptyDraft } from './empty-draft.ts';

export interface DraftSummaries {
  /**
   * Of one connection, without templates, sent, removed and empty drafts, newest edit first. With `search`, those that have
   * it in a value of the header, of a line or of a change, or in a reference or the order's number.
   */
  list(connectionId: ConnectionId, search?: string): DraftSummary[];
}

const summaryRow = draftSummarySchema.extend({ header: z.string() });
const recordsRow = z.object({ records: z.string().nullable() });

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
  // One text for all records of a draft, a line for each: JSON has no line break in it, and rows cost more to fetch.
  const selectRecords = db.prepare(`
    SELECT group_concat(record, char(10)) AS records FROM (
      SELECT fields AS record FROM draft_lines WHERE draft_id = ?1
      UNION ALL SELECT base FROM draft_changes WHERE draft_id = ?1
      UNION ALL SELECT fields FROM draft_changes WHERE draft_id = ?1)`);

  function recordsOf(id: DraftId): string {
    return recordsRow.parse(selectRecords.get(id)).records ?? '';
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
          return has.records(header) || has.records(recordsOf(id));
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
  const mayHave = (json: string): boolean => json.toLowerCase().includes(asJson);
  return {
    text,
    /** Whether a value of the records, which are JSON, has it. Only what may have it is read as JSON. */
    records: (json: string): boolean =>
      mayHave(json) && json.split('\n').some((one) => mayHave(one) && valuesOf(one).some(text)),
  };
}

function valuesOf(json: string): string[] {
  return Object.values(pimsFieldsSchema.parse(JSON.parse(json)));
}
