import type { UndoHistory } from '../../ui/undo-history.ts';
import type { RowChange } from './file-worker.ts';
import type { ShownRow } from './import-snapshot.ts';

/** One step of undo. */
interface RowStep {
  readonly change: RowChange;
  readonly inverse: RowChange;
  /** The cell that is being typed into; null once that is over, and for everything but typing. */
  readonly typing: string | null;
}

export type RowHistory = UndoHistory<RowStep>;

/** What is typed on in one cell: the first inverse knows what stood there before the typing began. */
export function joinTyping(last: RowStep, step: RowStep): RowStep {
  return { ...step, inverse: last.inverse };
}

/** The change that takes another back; `rows` are as they were before it. */
export function inverseOfChange(rows: readonly ShownRow[], change: RowChange): RowChange {
  switch (change.kind) {
    case 'set':
      return {
        kind: 'set',
        edits: change.edits.map(({ id, table, field }) => {
          const row = rows[id];
          const record = table === 'ORDERS' ? row?.order : row?.fields;
          return { id, table, field, value: record?.[field] ?? '' };
        }),
      };
    case 'leave-out':
      return { ...change, isLeftOut: !change.isLeftOut };
    case 'accept':
      return { ...change, isAccepted: !change.isAccepted };
  }
}
