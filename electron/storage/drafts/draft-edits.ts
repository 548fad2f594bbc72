import type { Draft, DraftEdit } from '../../../shared/drafts/draft.ts';
import { assertNever, DeskError } from '../../../shared/errors.ts';
import type { DraftId, DraftLineId } from '../../../shared/ids.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import type { DraftChangeRepository } from './draft-changes.ts';
import { type DraftLineRepository, withField } from './draft-lines.ts';
import type { DraftProgress } from './draft-progress.ts';

/** Writes one edit of a draft's lines or changes, and answers the header after it, which the caller writes. */
export type ApplyEdit = (
  draft: Pick<Draft, 'id' | 'target'>,
  header: PimsFields,
  edit: DraftEdit,
) => PimsFields;

/**
 * What each kind of edit does to the rows of a draft.
 * @throws DeskError `not-found` (line), `conflict` (in PIMS already, line id taken), `invalid-input`
 */
export function createEditor(
  lines: DraftLineRepository,
  changes: DraftChangeRepository,
  progress: DraftProgress,
): ApplyEdit {
  function refuseInPims(id: DraftId, lineId: DraftLineId): void {
    if (!progress.isLineInPims(id, lineId)) return;
    throw new DeskError('conflict', 'This line is in PIMS already. Change it there, in its order.', {
      id,
      lineId,
    });
  }

  return ({ id, target }, header, edit) => {
    switch (edit.kind) {
      case 'set-header':
        return withField(header, edit.field, edit.value);
      case 'set-line':
        refuseInPims(id, edit.lineId);
        lines.setField(id, edit.lineId, edit.field, edit.value);
        return header;
      case 'insert-line':
        lines.insert(id, edit.lineId, edit.after, edit.fields);
        return header;
      case 'delete-line':
        refuseInPims(id, edit.lineId);
        lines.remove(id, edit.lineId);
        return header;
      case 'change-line':
        if (target === null) {
          throw new DeskError(
            'invalid-input',
            'This draft is for a new order: PIMS has no line of it to change.',
            {
              id,
            },
          );
        }
        changes.setField(id, edit.lineNumber, edit.base, edit.field, edit.value);
        return header;
      default:
        return assertNever(edit);
    }
  };
}
