import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { type KeyboardEvent, useState } from 'react';
import { fields, numberedRows, pastedRows, type Row } from './row.ts';

const features = tableFeatures({});
const helper = createColumnHelper<typeof features, Row>();
const columns = helper.columns(fields.map((field) => helper.accessor(field, { header: field })));

/** TanStack Table as its first examples have it: every row in the page, a controlled input in every cell, all state in React. */
export function UntunedTable({ count }: { readonly count: number }) {
  const [rows, setRows] = useState(() => numberedRows(count));
  const [before, setBefore] = useState<readonly Row[]>([]);
  const table = useTable({ features, columns, data: rows });
  const write = (at: number, column: string, value: string): void =>
    setRows((present) => present.map((row, index) => (index === at ? { ...row, [column]: value } : row)));
  const undo = (event: KeyboardEvent): void => {
    if (!event.ctrlKey || event.key !== 'z') return;
    event.preventDefault();
    setRows([...before]);
  };
  return (
    <div className="untuned">
      <table
        aria-rowcount={rows.length}
        onKeyDown={undo}
        onPaste={(event) => {
          event.preventDefault();
          setBefore(rows);
          setRows(pastedRows(event.clipboardData.getData('text/plain')));
        }}
      >
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <th key={header.id} data-heading={header.column.id}>
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {row.getAllCells().map((cell) => (
                <td key={cell.id}>
                  <input
                    aria-label={`Line ${row.index + 1} ${cell.column.id}`}
                    value={String(cell.getValue())}
                    onChange={(event) => write(row.index, cell.column.id, event.currentTarget.value)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
