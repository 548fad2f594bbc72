import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapAt, ROW_HEIGHT } from '../../../renderer/line-grid/model/grid-measures.ts';
import { copiedText, copiedWithHeadings } from '../../../renderer/line-grid/writing/copy-cells.ts';
import {
  drawnOut,
  planClear,
  planFill,
  planFillWith,
  planRepeat,
} from '../../../renderer/line-grid/writing/fill-cells.ts';
import { moveIntoGap, nextGap } from '../../../renderer/line-grid/writing/moved-rows.ts';
import {
  droppedWords,
  pastedWords,
  planPaste,
  textForOpenCell,
} from '../../../renderer/line-grid/writing/paste-cells.ts';
import { skippedWords, type WriteTarget } from '../../../renderer/line-grid/writing/write-plan.ts';
import { readTsv } from '../../../shared/drafts/tsv.ts';
import { anyTarget, columns, rectIn, rowsAfter, value } from './arbitrary-grid.ts';

const rows = [
  { id: 'r0', fields: { A: '1', B: 'one' } },
  { id: 'r1', fields: { A: '2', B: 'two' } },
  { id: 'r2', fields: { A: '3' } },
];
const target: WriteTarget = { rows, columns, canAdd: true, whyFixed: () => null, whyRefused: () => null };
const locked: WriteTarget = {
  ...target,
  whyFixed: (row) => (row?.id === 'r1' ? 'In PIMS already.' : null),
};
const block = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });

describe('planPaste', () => {
  it('fills the rows that are there and adds rows below the last', () => {
    const plan = planPaste(target, block(2, 0), [
      ['X', 'a line'],
      ['007', ''],
    ]);
    expect(plan.cells).toEqual([
      { rowId: 'r2', column: 'A', value: 'X' },
      { rowId: 'r2', column: 'B', value: 'a line' },
    ]);
    expect(plan.added).toEqual([{ A: '007' }]);
    expect(plan.region).toEqual(block(2, 0, 3, 1));
  });

  it('fills the marked block with a single value, and a table as often as it fits exactly', () => {
    expect(
      rowsAfter(rows, planPaste(target, block(0, 0, 2, 0), [['9']])).map(({ fields }) => fields.A),
    ).toEqual(['9', '9', '9']);
    const twice = planPaste({ ...target, rows: [...rows, { id: 'r3', fields: {} }] }, block(0, 2, 3, 2), [
      ['p'],
      ['q'],
    ]);
    expect(twice.cells.map(({ value: pasted }) => pasted)).toEqual(['p', 'q', 'p', 'q']);
    const once = planPaste(target, block(0, 2, 2, 2), [['p'], ['q']]);
    expect(rowsAfter(rows, once).map(({ fields }) => fields.C ?? '')).toEqual(['p', 'q', '']);
  });

  it('repeats a row over the marked rows, and a column over the marked columns, as Excel does', () => {
    const down = planPaste(target, block(0, 0, 2, 0), [['7', 'x']]);
    expect(rowsAfter(rows, down).map(({ fields }) => [fields.A, fields.B])).toEqual([
      ['7', 'x'],
      ['7', 'x'],
      ['7', 'x'],
    ]);
    expect(down.region).toEqual(block(0, 0, 2, 1));
    expect(planPaste(target, block(0, 0, 0, 1), [['p'], ['q']]).region).toEqual(block(0, 0, 1, 1));
    expect(planPaste(target, block(0, 0, 2, 1), [['p', 'q', 'r']]).region).toEqual(block(0, 0, 0, 2));
  });

  it('goes round fixed cells, and says how many and why', () => {
    const plan = planPaste(locked, block(0, 0), [
      ['7', 'x'],
      ['8', 'y'],
      ['9', 'z'],
    ]);
    expect(rowsAfter(rows, plan)[1]).toEqual(rows[1]);
    expect(rowsAfter(rows, plan)[2]?.fields).toEqual({ A: '9', B: 'z' });
    expect(skippedWords(plan)).toBe('2 cells were skipped: In PIMS already.');
  });

  it('leaves out what no cell can hold, and says so', () => {
    const short = { ...target, whyRefused: (one: string) => (one.length > 3 ? 'Too long.' : null) };
    const plan = planPaste(short, block(2, 0), [['long', 'b'], ['longer']]);
    expect(plan).toMatchObject({ cells: [{ column: 'B', value: 'b' }], added: [] });
    expect(skippedWords(plan)).toBe('2 cells were skipped: Too long.');
  });

  it('counts what has no column, and what has no row where none can be added', () => {
    const beside = planPaste(target, block(0, 3), [['d', 'lost', ' ']]);
    expect(beside).toMatchObject({ beside: 1, below: 0, region: block(0, 3, 0, 3) });
    expect(droppedWords(beside)).toContain('1 cell was not pasted: the table has no column for them');
    const below = planPaste({ ...target, canAdd: false }, block(2, 0), [['a'], ['b'], ['']]);
    expect(below).toMatchObject({ beside: 0, below: 1, added: [] });
    expect(droppedWords(below)).toBe('1 cell was not pasted: no lines can be added here.');
  });

  it('adds no row for blank ones, and wipes nothing with Excel’s closing break', () => {
    expect(planPaste(target, block(3, 0), [['', ''], ['C'], ['']]).added).toEqual([{ A: 'C' }]);
    const plan = planPaste(target, block(0, 0), readTsv('9\r\n'));
    expect(rowsAfter(rows, plan).map(({ fields }) => fields.A)).toEqual(['9', '2', '3']);
  });

  it('says what became of it', () => {
    expect(pastedWords(3, 0)).toBe('Pasted 3 rows over what was there.');
    expect(pastedWords(0, 3)).toBe('Pasted 3 rows as new lines.');
    expect(pastedWords(1, 2)).toBe('Pasted 3 rows, 2 of them as new lines.');
  });

  it('puts every cell where it belongs or counts it, and touches nothing else', () => {
    const table = fc.array(fc.array(value, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        anyTarget.chain((any) => fc.tuple(fc.constant(any), rectIn(any))),
        table,
        ([any, marked], cells) => {
          const plan = planPaste(any, { ...marked, bottom: marked.top, right: marked.left }, cells);
          const after = rowsAfter(any.rows, plan);
          let skipped = 0;
          any.rows.forEach((row, at) => {
            columns.forEach((column, index) => {
              const pasted = cells[at - marked.top]?.[index - marked.left];
              const before = row.fields[column] ?? '';
              const isFixed = any.whyFixed(row, column) !== null;
              if (pasted !== undefined && pasted !== before && isFixed) skipped += 1;
              expect(after[at]?.fields[column] ?? '').toBe(pasted === undefined || isFixed ? before : pasted);
            });
          });
          expect([...plan.skipped.values()].reduce((sum, count) => sum + count, 0)).toBe(skipped);
          const below = cells
            .slice(Math.max(0, any.rows.length - marked.top))
            .map((row) => row.slice(0, columns.length - marked.left))
            .filter((row) => row.some((cell) => cell !== ''));
          expect(plan.added).toHaveLength(any.canAdd ? below.length : 0);
        },
      ),
    );
  });
});

it('a text for an open cell is one line, and stays to the letter where it is one already', () => {
  const clean = (cell: string) => cell.replace(/\s+/g, ' ').trim();
  expect(textForOpenCell(' and more', clean)).toBe(' and more');
  expect(textForOpenCell('"quoted"', clean)).toBe('"quoted"');
  expect(textForOpenCell('A-1\r\n', clean)).toBe('A-1');
  expect(textForOpenCell('"24"" screen,\nmatt"\r\n', clean)).toBe('24" screen, matt');
  expect(textForOpenCell('A\t\tB\r\nC', clean)).toBe('A B C');
});

describe('copying', () => {
  it('with headings puts them above the cells, as they are seen', () => {
    const labelled = columns.map((id) => ({ id, label: `The ${id}`, isFigure: false, width: 90 }));
    expect(copiedWithHeadings(rows, labelled, block(1, 0, 2, 1))).toBe('The A\tThe B\n2\ttwo\n3\t\n');
    // The empty row at the end has no cells.
    expect(copiedWithHeadings(rows, labelled, block(3, 0))).toBe('The A');
  });

  it('comes back unchanged when it is pasted where it was', () => {
    fc.assert(
      fc.property(
        anyTarget.chain((any) => fc.tuple(fc.constant(any), rectIn(any))),
        ([any, marked]) => {
          fc.pre(marked.top < any.rows.length);
          const plan = planPaste(any, marked, readTsv(copiedText(any.rows, columns, marked)));
          expect(plan).toMatchObject({ cells: [], added: [], beside: 0, below: 0 });
        },
      ),
    );
  });

  it('is read again as the same cells elsewhere, line breaks and quotes included', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', '7') });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 6 }), (cells) => {
        const from = cells.map(([A, B], index) => ({ id: `r${index}`, fields: { A, B } }));
        const copied = readTsv(copiedText(from, columns, block(0, 0, cells.length - 1, 1)));
        expect(copied).toEqual(cells);
      }),
    );
  });
});

describe('filling', () => {
  it('Ctrl+D takes the first row down, and a single row from above', () => {
    expect(
      rowsAfter(rows, planFill(target, block(0, 0, 2, 1), 'down')).map(({ fields }) => fields.B),
    ).toEqual(['one', 'one', 'one']);
    expect(rowsAfter(rows, planFill(target, block(2, 1), 'down'))[2]?.fields.B).toBe('two');
    expect(planFill(target, block(0, 0), 'down').cells).toEqual([]);
    expect(rowsAfter(rows, planFill(target, block(0, 2), 'right'))[0]?.fields.C).toBe('one');
  });

  it('makes lines of the empty row at the end', () => {
    expect(planFill(target, block(3, 0), 'down').added).toEqual([{ A: '3' }]);
    expect(planFill(target, block(2, 0, 3, 0), 'down').added).toEqual([{ A: '3' }]);
  });

  it('leaves the empty row alone that is marked along with a whole column', () => {
    const plan = planFill(target, block(0, 0, 3, 0), 'down');
    expect(rowsAfter(rows, plan).map(({ fields }) => fields.A)).toEqual(['1', '1', '1']);
    expect(plan.added).toEqual([]);
  });

  it('one value goes into all marked cells, and makes no line of the empty row', () => {
    const plan = planFillWith(locked, block(0, 0, 3, 0), 'x');
    expect(rowsAfter(rows, plan).map(({ fields }) => fields.A)).toEqual(['x', '2', 'x']);
    expect(plan.skipped).toEqual(new Map([['In PIMS already.', 1]]));
    expect(planFillWith(target, block(3, 0), 'x').added).toEqual([{ A: 'x' }]);
  });

  it('repeats a block in the direction in which it is drawn out, also upwards', () => {
    const many = Array.from({ length: 6 }, (_, index) => ({ id: `r${index}`, fields: { A: String(index) } }));
    const up = planRepeat({ ...target, rows: many }, block(4, 0, 5, 0), block(1, 0, 5, 0));
    expect(rowsAfter(many, up).map(({ fields }) => fields.A)).toEqual(['0', '5', '4', '5', '4', '5']);
  });

  it('is drawn out in one direction, the farthest', () => {
    const marked = block(2, 1, 3, 2);
    expect(drawnOut(marked, { row: 5, column: 3 })).toEqual(block(2, 1, 5, 2));
    expect(drawnOut(marked, { row: 0, column: 1 })).toEqual(block(0, 1, 3, 2));
    expect(drawnOut(marked, { row: 3, column: 3 })).toEqual(block(2, 1, 3, 3));
    expect(drawnOut(marked, { row: 2, column: 0 })).toEqual(block(2, 0, 3, 2));
    expect(drawnOut(marked, { row: 3, column: 2 })).toBe(marked);
  });

  it('clearing empties the block, goes round fixed cells and adds nothing', () => {
    const plan = planClear(locked, block(0, 0, 3, 1));
    expect(plan.cells).toEqual([
      { rowId: 'r0', column: 'A', value: '' },
      { rowId: 'r0', column: 'B', value: '' },
      { rowId: 'r2', column: 'A', value: '' },
    ]);
    expect(plan.added).toEqual([]);
    expect(skippedWords(plan)).toBe('2 cells were skipped: In PIMS already.');
  });
});

describe('moving rows', () => {
  it('by one place goes up and down, and not beyond the ends', () => {
    const step = (first: number, last: number, by: -1 | 1) =>
      moveIntoGap(rows, first, last, nextGap(first, last, by));
    expect(step(1, 1, -1)).toEqual({ after: null, by: -1 });
    expect(step(2, 2, -1)).toEqual({ after: 'r0', by: -1 });
    expect(step(0, 1, 1)).toEqual({ after: 'r2', by: 1 });
    expect(step(0, 1, -1)).toBeUndefined();
    expect(step(2, 2, 1)).toBeUndefined();
  });

  it('into a gap puts them behind the row before it; at the gaps of the rows themselves nothing moves', () => {
    expect(moveIntoGap(rows, 0, 0, 3)).toEqual({ after: 'r2', by: 2 });
    expect(moveIntoGap(rows, 1, 2, 0)).toEqual({ after: null, by: -1 });
    for (const gap of [1, 2, 3]) expect(moveIntoGap(rows, 1, 2, gap)).toBeUndefined();
    expect(gapAt(0, 3)).toBe(0);
    expect(gapAt(2 * ROW_HEIGHT + ROW_HEIGHT / 2 - 1, 3)).toBe(1);
    expect(gapAt(2 * ROW_HEIGHT + ROW_HEIGHT / 2, 3)).toBe(2);
    expect(gapAt(99 * ROW_HEIGHT, 3)).toBe(3);
  });
});
