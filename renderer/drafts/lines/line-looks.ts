import { readQuantity } from '../../../shared/drafts/quantity.ts';
import { fieldProblems } from '../../../shared/drafts/validate-draft.ts';
import { partKey } from '../../../shared/parts/part.ts';
import { isShort } from '../../../shared/parts/stock.ts';
import type { RowState } from '../../line-grid/line-grid-props.ts';
import type { CellLook, GridRow } from '../../line-grid/model/grid-model.ts';
import { lineKey } from '../draft-problems.ts';
import { type InPims, isLineInPims } from '../in-pims.ts';
import type { LineProgress } from '../line-progress.ts';
import type { SaveState } from '../save-queue.ts';
import type { StockByPart } from './line-stock.ts';
import type { WantedParts } from './part-tally.ts';
import { availableWords, plainAmount, shortWords, wantedWords } from './part-words.ts';

/** What the looks of a draft's lines come from. */
export interface LineStanding {
  /** Those that are to be shown, by place. */
  readonly problems: ReadonlyMap<string, string>;
  readonly inPims: InPims;
  readonly progress: LineProgress;
  readonly saving: SaveState;
  readonly stock: StockByPart;
  /** What all lines of a part ask for. */
  readonly wanted: WantedParts;
  /** ms since 1970. */
  readonly now: () => number;
}

/** What is to be seen of a cell; null when it is a value like any other. */
export function cellLook(row: GridRow, column: string, standing: LineStanding): CellLook | null {
  const { problems, inPims, progress } = standing;
  const problem = problems.get(lineKey(row.id, column)) ?? null;
  const state = isLineInPims(inPims, row.id) ? ('sent' as const) : progress.ofCell(row.id, column);
  const inStock = column === 'QUANTITY' && state !== 'sent' ? stockLook(row, standing) : noStock;
  if (problem === null && state === null && inStock === noStock) return null;
  return { problem, state, was: null, ...inStock };
}

type StockLook = Pick<CellLook, 'words' | 'aside' | 'warning'>;

const noStock: StockLook = { words: '', aside: '', warning: null };

/**
 * What is available of a line's part, beside its quantity. All lines of the part take from it: where they ask for more in all,
 * each of them is warned of and kept.
 */
function stockLook({ fields }: GridRow, { stock, wanted, now }: LineStanding): StockLook {
  const code = fields.PART_CODE ?? '';
  const part = stock.get(partKey(code));
  if (part === undefined || part.available === null) return noStock;
  const available = plainAmount(part.available);
  const inAll = readQuantity(fields.QUANTITY ?? '').ok ? wanted.of(code) : undefined;
  if (inAll !== undefined && isShort(inAll.quantity, part.available)) {
    return { words: '', aside: available, warning: shortWords(inAll, part, now()) };
  }
  const words = availableWords(part, now());
  const others = inAll !== undefined && inAll.lines > 1 ? `${wantedWords(inAll)}; ` : '';
  return { words: `${others}${words}`, aside: `of ${available}`, warning: null };
}

/** Where a line stands, in words. */
export function lineState(row: GridRow, standing: LineStanding): RowState | null {
  const { problems, inPims, progress, saving } = standing;
  if (isLineInPims(inPims, row.id)) return { words: 'In PIMS', tone: 'good' };
  if (fieldProblems(row.fields).some(({ field }) => problems.has(lineKey(row.id, field)))) {
    return { words: 'To correct', tone: 'bad' };
  }
  switch (progress.ofLine(row.id)) {
    case 'saving':
      return unsavedState(saving);
    case 'saved':
      return { words: 'Saved', tone: 'calm' };
    case null:
      return null;
  }
}

/** Of a line with something that is not on disk yet. */
export function unsavedState(saving: SaveState): RowState {
  return saving.kind === 'failed' ? { words: 'Not saved', tone: 'bad' } : { words: 'Saving…', tone: 'busy' };
}
