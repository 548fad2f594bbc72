import { fieldProblems } from '../../../shared/drafts/validate-draft.ts';
import type { RowState } from '../../line-grid/line-grid-props.ts';
import type { CellLook, GridRow } from '../../line-grid/model/grid-model.ts';
import { lineKey } from '../draft-problems.ts';
import { type InPims, isLineInPims } from '../in-pims.ts';
import type { LineProgress } from '../line-progress.ts';
import type { SaveState } from '../save-queue.ts';

/** What the looks of a draft's lines come from. */
export interface LineStanding {
  /** Those that are to be shown, by place. */
  readonly problems: ReadonlyMap<string, string>;
  readonly inPims: InPims;
  readonly progress: LineProgress;
  readonly saving: SaveState;
}

/** What is to be seen of a cell; null when it is a value like any other. */
export function cellLook(
  row: GridRow,
  column: string,
  { problems, inPims, progress }: LineStanding,
): CellLook | null {
  const problem = problems.get(lineKey(row.id, column)) ?? null;
  const state = isLineInPims(inPims, row.id) ? ('sent' as const) : progress.ofCell(row.id, column);
  if (problem === null && state === null) return null;
  return { problem, state, was: null, words: '' };
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
      return saving.kind === 'failed'
        ? { words: 'Not saved', tone: 'bad' }
        : { words: 'Saving…', tone: 'busy' };
    case 'saved':
      return { words: 'Saved', tone: 'calm' };
    case null:
      return null;
  }
}
