import type { DraftEdit, DraftLine } from '../../../shared/drafts/draft.ts';
import type { Part } from '../../../shared/parts/part.ts';
import { VALUE_LENGTH } from '../../../shared/pims/fields.ts';
import { oneLine } from './line-commands.ts';

interface TakenPart {
  readonly part: Part;
  /** The part whose description and barcode the line has so far, if they came from one. */
  readonly before: Part | null;
  /** Lines of this connection have a field for it. */
  readonly hasBarcode: boolean;
}

/**
 * The edits that make a line one of a part: its code as PIMS writes it, and its description and barcode where the line has
 * none, or has those of the part before. What a person typed stays.
 */
export function takenPartEdits(line: DraftLine, { part, before, hasBarcode }: TakenPart): DraftEdit[] {
  const edits: DraftEdit[] = [{ kind: 'set-line', lineId: line.id, field: 'PART_CODE', value: part.code }];
  const fill = (field: string, known: string | null, knownBefore: string | null): void => {
    const present = (line.fields[field] ?? '').trim();
    const value = asValue(known);
    const isOurs = present === '' || (knownBefore !== null && present === asValue(knownBefore));
    if (isOurs && value !== present) edits.push({ kind: 'set-line', lineId: line.id, field, value });
  };
  fill('DESCRIPTION', part.description, before?.description ?? null);
  if (hasBarcode) fill('BARCODE', part.barcode, before?.barcode ?? null);
  return edits;
}

function asValue(text: string | null): string {
  return oneLine(text ?? '').slice(0, VALUE_LENGTH);
}
