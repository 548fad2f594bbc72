import Big from 'big.js';
import type { DraftEdit, DraftLine } from '../../../shared/drafts/draft.ts';
import { readQuantity } from '../../../shared/drafts/quantity.ts';
import { isBlankLine } from '../../../shared/drafts/validate-draft.ts';
import type { DraftLineId } from '../../../shared/ids.ts';
import { partKey } from '../../../shared/parts/part.ts';
import type { ScannedPart } from '../../../shared/parts/scanned-part.ts';
import { VALUE_LENGTH } from '../../../shared/pims/fields.ts';
import type { ScanAgain } from '../../../shared/preferences/preferences.ts';
import { type InPims, isLineInPims } from '../in-pims.ts';
import { newLineId, oneLine } from '../lines/line-commands.ts';

/** A scan of which the part is known. */
export type FoundPart = Extract<ScannedPart, { kind: 'found' }>;

interface ScannedInto {
  readonly lines: readonly DraftLine[];
  readonly inPims: InPims;
  /** Lines of this connection have a field for it. */
  readonly hasBarcode: boolean;
  readonly again: ScanAgain;
}

/**
 * The edits that a scan comes to, and the line that it touches: the last line of the part is raised, if that is wanted, else
 * there is a new one. Parts are compared, not codes: a part may have several barcodes. A line that is in PIMS or partly shipped stays.
 */
export function scanEdits(
  found: FoundPart,
  { lines, inPims, hasBarcode, again }: ScannedInto,
): { readonly edits: readonly DraftEdit[]; readonly lineId: DraftLineId } {
  const key = partKey(found.partCode);
  const present = lines.findLast(
    ({ id, fields }) =>
      partKey(fields.PART_CODE ?? '') === key && !isLineInPims(inPims, id) && !isShipped(fields),
  );
  const raised =
    again === 'raise' && present !== undefined ? sumOf(present.fields.QUANTITY, found.pieces) : null;
  if (present !== undefined && raised !== null) {
    const edit: DraftEdit = { kind: 'set-line', lineId: present.id, field: 'QUANTITY', value: raised };
    return { edits: [edit], lineId: present.id };
  }
  const fields = fieldsOf(found, hasBarcode);
  const last = lines.at(-1);
  if (last !== undefined && isBlankLine(last.fields) && !isLineInPims(inPims, last.id)) {
    const edits = Object.entries(fields).map(
      ([field, value]): DraftEdit => ({ kind: 'set-line', lineId: last.id, field, value }),
    );
    return { edits, lineId: last.id };
  }
  const lineId = newLineId();
  return { edits: [{ kind: 'insert-line', lineId, after: last?.id ?? null, fields }], lineId };
}

/** What was done, from the line after it: “+6 MDVQ4LL/A: 18”, “+12 (2 × 6) MDVQ4LL/A: 30”. */
export function scanWords({ pieces, packQuantity }: FoundPart, line: DraftLine): string {
  const { PART_CODE: code = '', QUANTITY: quantity = '' } = line.fields;
  const packs = new Big(pieces).div(packQuantity);
  const isSeveral = packQuantity !== '1' && !packs.eq(1) && packs.times(packQuantity).eq(pieces);
  return `+${pieces}${isSeveral ? ` (${packs.toFixed()} × ${packQuantity})` : ''} ${code}: ${quantity}`;
}

function fieldsOf({ partCode, part, pieces }: FoundPart, hasBarcode: boolean): Record<string, string> {
  const texts = {
    PART_CODE: partCode,
    DESCRIPTION: part?.description ?? '',
    ...(hasBarcode && { BARCODE: part?.barcode ?? '' }),
    QUANTITY: pieces,
  };
  return Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [field, oneLine(text).slice(0, VALUE_LENGTH)]),
  );
}

/** Null when what is there is no quantity, or the sum is none. */
function sumOf(quantity = '', pieces: string): string | null {
  if (quantity.trim() === '') return pieces;
  const present = readQuantity(quantity);
  if (!present.ok) return null;
  const sum = readQuantity(new Big(present.value).plus(pieces).toFixed());
  return sum.ok ? sum.value : null;
}

function isShipped({ NUMBER_SHIPPED: shipped = '' }: Readonly<Record<string, string>>): boolean {
  return readQuantity(shipped).ok;
}
