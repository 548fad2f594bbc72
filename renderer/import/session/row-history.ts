import type { RowChange } from './file-worker.ts';
import type { ShownRow } from './import-snapshot.ts';

/** One step of undo. */
interface RowStep {
  readonly change: RowChange;
  readonly inverse: RowChange;
  /** The cell that is being typed into; null once that is over, and for everything but typing. */
  readonly typing: string | null;
}

/** What can be undone and redone, the latest last. */
export interface RowHistory {
  readonly past: readonly RowStep[];
  readonly future: readonly RowStep[];
}

export const emptyRowHistory: RowHistory = { past: [], future: [] };

/** Older steps are forgotten. */
const MOST_STEPS = 500;

/** Adds a step and forgets what could be redone. Typing on in one cell stays one step. */
export function addRowStep(history: RowHistory, step: RowStep): RowHistory {
  const last = history.past.at(-1);
  if (last !== undefined && step.typing !== null && last.typing === step.typing) {
    // The first inverse knows what stood there before the typing began.
    const merged = { ...step, inverse: last.inverse };
    return { past: [...history.past.slice(0, -1), merged], future: [] };
  }
  return { past: [...history.past, step].slice(-MOST_STEPS), future: [] };
}

/** Ends the typing: what is typed next, even in the same cell, is a step of its own. */
export function endRowTyping(history: RowHistory): RowHistory {
  const last = history.past.at(-1);
  if (last === undefined || last.typing === null) return history;
  return { ...history, past: [...history.past.slice(0, -1), { ...last, typing: null }] };
}

/** Takes the typing that goes on back for good; undefined when the latest step is something else. */
export function dropRowTyping(
  history: RowHistory,
): { readonly change: RowChange; readonly history: RowHistory } | undefined {
  const step = history.past.at(-1);
  if (step === undefined || step.typing === null) return undefined;
  return { change: step.inverse, history: { ...history, past: history.past.slice(0, -1) } };
}

/** Takes the latest step back; undefined when there is none. */
export function undoRowStep(
  history: RowHistory,
): { readonly change: RowChange; readonly history: RowHistory } | undefined {
  const step = history.past.at(-1);
  if (step === undefined) return undefined;
  const future = [...history.future, { ...step, typing: null }];
  return { change: step.inverse, history: { past: history.past.slice(0, -1), future } };
}

/** Does the step again that was taken back last; undefined when there is none. */
export function redoRowStep(
  history: RowHistory,
): { readonly change: RowChange; readonly history: RowHistory } | undefined {
  const step = history.future.at(-1);
  if (step === undefined) return undefined;
  return {
    change: step.change,
    history: { past: [...history.past, step], future: history.future.slice(0, -1) },
  };
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
