import { describe, expect, it } from 'vitest';
import type { RowChange } from '../../../renderer/import/session/file-worker.ts';
import {
  inverseOfChange,
  joinTyping,
  type RowHistory,
} from '../../../renderer/import/session/row-history.ts';
import {
  addStep,
  dropTyping,
  emptyHistory,
  endTyping,
  redoStep,
  undoStep,
} from '../../../renderer/ui/undo-history.ts';
import { aRow } from './a-row.ts';

const rows = [aRow(0, { order: { BNAME: 'Acme' } }), aRow(1)];
const type = (value: string): RowChange => ({
  kind: 'set',
  edits: [{ id: 0, table: 'ORDER_LINEITEMS', field: 'QUANTITY', value }],
});

describe('inverseOfChange', () => {
  it('puts back what stood there, of the line and of the order', () => {
    expect(inverseOfChange(rows, type('9'))).toEqual(type('1'));
    const edits = [
      { id: 0, table: 'ORDERS', field: 'BNAME', value: '' },
      { id: 1, table: 'ORDERS', field: 'BNAME', value: 'New' },
    ] as const;
    expect(inverseOfChange(rows, { kind: 'set', edits })).toEqual({
      kind: 'set',
      edits: [
        { ...edits[0], value: 'Acme' },
        { ...edits[1], value: '' },
      ],
    });
    const leave = { kind: 'leave-out', ids: [1], isLeftOut: true } as const;
    expect(inverseOfChange(rows, leave)).toEqual({ ...leave, isLeftOut: false });
    const accept = { kind: 'accept', ids: [1], problem: 'ragged', isAccepted: true } as const;
    expect(inverseOfChange(rows, accept)).toEqual({ ...accept, isAccepted: false });
  });
});

describe('undo and redo of rows', () => {
  const add = (history: RowHistory, step: ReturnType<typeof typed>): RowHistory =>
    addStep(history, step, joinTyping);
  const typed = (value: string) => ({ change: type(value), inverse: type('1'), typing: 'cell' });

  it('take a typed number as one step, until the cell is left', () => {
    const word = add(add(emptyHistory, typed('2')), typed('24'));
    expect(word.past).toHaveLength(1);
    expect(undoStep(word)?.step.inverse).toEqual(type('1'));
    const left = add(endTyping(word), typed('3'));
    expect(left.past).toHaveLength(2);
  });

  it('do again what was taken back, until something else is done', () => {
    const undone = undoStep(add(emptyHistory, typed('24')));
    expect(undone?.history.past).toEqual([]);
    const history = undone?.history ?? emptyHistory;
    expect(redoStep(history)?.step.change).toEqual(type('24'));
    expect(redoStep(add(history, typed('5')))).toBeUndefined();
    expect(undoStep(emptyHistory)).toBeUndefined();
  });

  it('drop the typing that goes on, and no other step', () => {
    const history = add(emptyHistory, typed('24'));
    expect(dropTyping(history)).toMatchObject({ step: { inverse: type('1') }, history: emptyHistory });
    expect(dropTyping(endTyping(history))).toBeUndefined();
  });
});
