import type { ImportRecord } from '../../../shared/import/import-record.ts';

/** What became of an import: “2 drafts, 1 in the outbox, 3 in PIMS”. */
export function standingOfImport({
  drafts,
  undoneAt,
  target,
}: Pick<ImportRecord, 'drafts' | 'undoneAt' | 'target'>): string {
  if (undoneAt !== null) return 'undone';
  const { open, queued, sent, removed } = drafts;
  const words = [
    open === 0 ? '' : open === 1 ? '1 draft' : `${open} drafts`,
    queued === 0 ? '' : `${queued} in the outbox`,
    sent === 0 ? '' : `${sent} in PIMS`,
    removed === 0 ? '' : `${removed} deleted`,
  ].filter((part) => part !== '');
  const all = words.join(', ');
  return target === 'draft' ? `lines for ${all}` : all;
}
