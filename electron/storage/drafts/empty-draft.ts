/**
 * SQL for a draft `d` in which nothing stands. The header of a draft for an order in PIMS only says whose that is, so that
 * it counts for nothing; scanned codes that are still to be resolved count.
 */
export const isEmptyDraft = `((d.header = '{}' OR d.target_order IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM draft_lines l WHERE l.draft_id = d.id AND l.fields <> '{}')
  AND NOT EXISTS (SELECT 1 FROM draft_changes c WHERE c.draft_id = d.id)
  AND NOT EXISTS (SELECT 1 FROM open_scans o WHERE o.draft_id = d.id))`;
