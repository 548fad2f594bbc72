import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { type KeyboardEvent, useRef } from 'react';
import type { SubmissionId } from '../../shared/ids.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import { paths } from '../app/routes.ts';
import tableClasses from '../ui/data-table.module.css';
import { When } from '../ui/when.tsx';
import { useGoToOn } from './go-to-on.ts';
import { OrderLink } from './order-link.tsx';
import classes from './outbox-table.module.css';
import { SubmissionProgress } from './submission-progress.tsx';
import { SubmissionStateLabel } from './submission-state.tsx';

const features = tableFeatures({});
const helper = createColumnHelper<typeof features, Submission>();
const columns = helper.columns([
  helper.display({
    id: 'state',
    header: 'State',
    cell: ({ row }) => <SubmissionStateLabel submission={row.original} />,
  }),
  helper.accessor('reference', { header: 'Reference' }),
  helper.accessor('customerCode', { header: 'Customer' }),
  helper.display({
    id: 'order',
    header: 'Order',
    cell: ({ row }) => <OrderLink submission={row.original} />,
  }),
  helper.display({
    id: 'progress',
    header: 'Steps in PIMS',
    cell: ({ row }) => <SubmissionProgress submission={row.original} />,
  }),
  helper.accessor('connectionName', { header: 'Connection' }),
  helper.display({
    id: 'when',
    header: 'When',
    cell: ({ row }) => <LastTime submission={row.original} />,
  }),
  helper.accessor(({ problem }) => problem?.message ?? '', {
    id: 'problem',
    header: 'Problem',
    cell: ({ getValue }) => <span title={getValue()}>{getValue()}</span>,
  }),
]);

interface OutboxTableProps {
  readonly submissions: readonly Submission[];
  readonly selected: SubmissionId | null;
  readonly onSelect: (id: SubmissionId) => void;
}

function LastTime({ submission }: { readonly submission: Submission }) {
  const { queuedAt, finishedAt } = submission;
  return finishedAt === null ? (
    <>
      Queued <When iso={queuedAt} />
    </>
  ) : (
    <>
      Finished <When iso={finishedAt} />
    </>
  );
}

/** The submissions as rows. The arrow keys move the selection, Enter opens the order; the panel below shows the selected one. */
export function OutboxTable({ submissions, selected, onSelect }: OutboxTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const goToOn = useGoToOn();
  const table = useTable({ features, columns, data: submissions, getRowId: (submission) => submission.id });
  const rows = table.getRowModel().rows;

  const moveTo = (index: number): void => {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    if (row === undefined) return;
    onSelect(row.original.id);
    body.current?.querySelector<HTMLElement>(`[data-row="${row.index}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = rows.findIndex((row) => row.original.id === selected);
    const submission = rows[at]?.original;
    if (event.key === 'Enter' && submission !== undefined && submission.orderNumber !== null) {
      event.preventDefault();
      void goToOn(submission.connectionId, paths.order(submission.orderNumber));
    }
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    moveTo(target);
  };

  return (
    <div className={tableClasses.frame}>
      <table className={tableClasses.table} aria-label="Outbox">
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <th key={header.id} scope="col">
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        {/* The selected row is the one tab stop. */}
        <tbody ref={body} onKeyDown={onKeyDown}>
          {rows.map((row) => (
            <tr
              key={row.id}
              data-row={row.index}
              aria-selected={row.original.id === selected}
              tabIndex={row.original.id === selected ? 0 : -1}
              onClick={() => onSelect(row.original.id)}
              onFocus={() => onSelect(row.original.id)}
            >
              {row.getAllCells().map((cell) => (
                <td key={cell.id} className={cell.column.id === 'problem' ? classes.problem : undefined}>
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
