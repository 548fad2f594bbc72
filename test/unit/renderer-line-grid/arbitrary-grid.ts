import fc from 'fast-check';
import type { CellPlace, CellRect, GridRow, GridSize } from '../../../renderer/line-grid/model/grid-model.ts';
import type { Direction, GridMove } from '../../../renderer/line-grid/model/grid-selection.ts';
import type { WriteTarget } from '../../../renderer/line-grid/writing/write-plan.ts';

export const columns = ['A', 'B', 'C', 'D'];

/** Values that may be equal, empty, or look like more than text. */
export const value = fc.constantFrom('', 'x', 'y', '007', 'a b');

/** Rows with ids of their own; empty values are absent. */
export const anyRows: fc.Arbitrary<GridRow[]> = fc
  .array(fc.dictionary(fc.constantFrom(...columns), fc.constantFrom('x', 'y', '007')), { maxLength: 7 })
  .map((all) => all.map((fields, index) => ({ id: `r${index}`, fields })));

export const anySize: fc.Arbitrary<GridSize> = fc.record({
  rows: fc.integer({ min: 1, max: 9 }),
  columns: fc.integer({ min: 1, max: 5 }),
});

export const placeIn = ({ rows, columns: count }: GridSize): fc.Arbitrary<CellPlace> =>
  fc.record({ row: fc.nat(rows - 1), column: fc.nat(count - 1) });

export const anyDirection: fc.Arbitrary<Direction> = fc.constantFrom('up', 'down', 'left', 'right');
export const anyMove: fc.Arbitrary<GridMove> = fc.oneof(
  fc.record({
    kind: fc.constant('step' as const),
    direction: anyDirection,
    toEdge: fc.boolean(),
    extend: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('page' as const), down: fc.boolean(), extend: fc.boolean() }),
  fc.record({
    kind: fc.constant('end' as const),
    last: fc.boolean(),
    ofGrid: fc.boolean(),
    extend: fc.boolean(),
  }),
  fc.constantFrom(
    { kind: 'all' as const },
    { kind: 'whole-rows' as const },
    { kind: 'whole-columns' as const },
  ),
);

/** Rows to write to, in which some cells are fixed. */
export const anyTarget: fc.Arbitrary<WriteTarget> = fc
  .record({ rows: anyRows, canAdd: fc.boolean(), fixedRow: fc.integer({ min: -1, max: 6 }) })
  .map(({ rows, canAdd, fixedRow }) => ({
    rows,
    columns,
    canAdd,
    whyRefused: () => null,
    whyFixed: (row) => (row !== undefined && row.id === `r${fixedRow}` ? 'It is in PIMS already.' : null),
  }));

/** A block that begins at a row that is there, or at the empty one. */
export const rectIn = (target: WriteTarget): fc.Arbitrary<CellRect> =>
  fc
    .record({
      top: fc.nat(target.canAdd ? target.rows.length : Math.max(0, target.rows.length - 1)),
      left: fc.nat(columns.length - 1),
      height: fc.nat(3),
      width: fc.nat(3),
    })
    .map(({ top, left, height, width }) => ({
      top,
      left,
      bottom: Math.max(top, Math.min(top + height, target.rows.length - (target.canAdd ? 0 : 1))),
      right: Math.min(left + width, columns.length - 1),
    }));

/** The rows after a plan, by what the owner of the rows does with it. */
export function rowsAfter(
  rows: readonly GridRow[],
  plan: {
    readonly cells: readonly { rowId: string; column: string; value: string }[];
    readonly added: readonly Readonly<Record<string, string>>[];
  },
): GridRow[] {
  const after = new Map(rows.map((row) => [row.id, { ...row.fields }]));
  for (const { rowId, column, value: to } of plan.cells) {
    const fields = after.get(rowId);
    if (fields !== undefined) fields[column] = to;
  }
  return [
    ...[...after].map(([id, fields]) => ({ id, fields })),
    ...plan.added.map((fields, index) => ({ id: `n${index}`, fields })),
  ];
}
