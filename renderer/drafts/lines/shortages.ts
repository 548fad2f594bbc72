import type { DraftLine } from '../../../shared/drafts/draft.ts';
import { type Part, partKey } from '../../../shared/parts/part.ts';
import { isShort } from '../../../shared/parts/stock.ts';
import { type InPims, isLineInPims } from '../in-pims.ts';
import { FRESH_MS, type StockByPart } from './line-stock.ts';
import { PartTally, type WantedPart } from './part-tally.ts';

/** A part of which a draft asks for more than there is. */
export interface Shortage {
  readonly part: Part;
  readonly wanted: WantedPart;
  /** The first line of it, by its place in the draft. */
  readonly lineIndex: number;
}

interface Ordered {
  readonly lines: readonly DraftLine[];
  readonly inPims: InPims;
}

/** The part codes of the lines that are still to be sent, as often as they stand there. */
export function partCodesOf({ lines, inPims }: Ordered): string[] {
  return lines.filter(({ id }) => !isLineInPims(inPims, id)).map(({ fields }) => fields.PART_CODE ?? '');
}

/**
 * What a draft asks for and PIMS has not got, in the order of the lines. Only by figures of the last minutes: what is older has
 * been said beside the quantities, and is no reason to ask a person whether they are sure. `now` in ms since 1970.
 */
export function shortagesOf({ lines, inPims }: Ordered, stock: StockByPart, now: number): Shortage[] {
  const wantedParts = new PartTally().update(lines, inPims);
  const found = new Map<string, Shortage>();
  for (const [lineIndex, { id, fields }] of lines.entries()) {
    const key = partKey(fields.PART_CODE ?? '');
    const part = stock.get(key);
    if (part === undefined || found.has(key) || isLineInPims(inPims, id)) continue;
    const wanted = wantedParts.of(key);
    const isFresh = now - Date.parse(part.readAt) <= FRESH_MS;
    if (isFresh && wanted !== undefined && isShort(wanted.quantity, part.available)) {
      found.set(key, { part, wanted, lineIndex });
    }
  }
  return [...found.values()];
}
