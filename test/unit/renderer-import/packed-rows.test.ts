import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packRows, unpackRows } from '../../../renderer/import/session/packed-rows.ts';
import { checkImport } from '../../../shared/import/check/import-check.ts';
import { mapping, part, tableOf } from '../shared-import-check/tables.ts';

it('hands over rows of any kind as they are, wherever they are cut', () => {
  const cell = fc.constantFrom('', 'A', 'B', 'x 1', '5', '0');
  const rowsOfFile = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(rowsOfFile, fc.nat(29), fc.nat(29), (cells, from, leftOut) => {
      const answers = { parts: new Map([['A', part('A', '1')]]), customers: new Map([['B', false]]) };
      const check = checkImport(tableOf(...cells), { ...mapping, groupBy: [2] }, { answers });
      check.leaveOut([leftOut], true);
      check.edit([{ id: from, table: 'ORDER_LINEITEMS', field: 'DESCRIPTION', value: 'by hand' }]);
      const rows = check.rows.slice(from);
      const expected = rows.map(({ cells: _, ...row }) => row);
      expect(unpackRows(structuredClone(packRows(rows, from)))).toEqual(expected);
    }),
  );
});

it('says once what rows have in common', () => {
  const { rows } = checkImport(
    tableOf(['A', '1', 'P', 'C'], ['B', '2', 'P', 'C'], ['C', '3', 'Q', 'C']),
    mapping,
  );
  const { runs, values } = packRows(rows, 0);
  expect(runs.map(({ count }) => count)).toEqual([2, 1]);
  expect(values).toEqual(['A', '1', 'B', '2', 'C', '3']);
});
