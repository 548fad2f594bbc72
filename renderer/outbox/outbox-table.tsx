import { createColumnHelper, FlexRender, type Row, tableFeatures, useTable } from '@tanstack/react-table';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type KeyboardEvent, memo, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { SubmissionId } from '../../shared/ids.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import { paths } from '../app/routes.ts';
import tableClasses from '../ui/data-table.module.css';
import { When } from '../ui/when.tsx';
import { useGoToOn } from './go-to-on.ts';
import classes from './outbox-table.module.css';
import { OrderLink } from './submission/order-link.tsx';
import { SubmissionProgress } from './submission/submission-progress.tsx';
import { SubmissionStateLabel } from './submission/submission-state.tsx';
import { submissionName } from './submission/submission-words.ts';

const features = tableFeatures({});
const helper = createColumnHelper<typeof features, Submission>();
const columns = helper.columns([
  helper.display({
    id: 'state',
    header: 'State',
    cell: ({ row }) => <SubmissionStateLabel submission={row.original} />,
  }),
  helper.display({
    id: 'reference',
    header: 'Reference',
    cell: ({ row }) => <Reference submission={row.original} />,
  }),
  helper.accessor('customerCode', { header: 'Customer' }),
  helper.display({
    id: 'order',
    header: 'Order',
    cell: ({ row }) => (
      <OrderLink orderNumber={row.original.orderNumber} connectionId={row.original.connectionId} />
    ),
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

function Reference({ submission }: { readonly submission: Submission }) {
  const { reference, isAddition, stepsTotal } = submission;
  if (!isAddition) return <span title={reference}>{reference}</span>;
  const added = stepsTotal === 1 ? '1 new line or change' : `${stepsTotal} new lines and changes`;
  return (
    <span title={added}>
      {reference || submissionName(submission)} <span className={classes.addition}>+{stepsTotal}</span>
    </span>
  );
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

/** Height of a row in px; data-table.module.css has it too. */
const ROW_HEIGHT = 29;
/** Rows beyond those in sight, and those that Page Up and Page Down go over. */
const OVERSCAN = 12;
const LEAP = 10;

/**
 * The submissions as rows, only those in sight in the page. The arrow keys move the selection, Enter opens the order; the
 * panel below shows the selected one.
 */
export function OutboxTable({ submissions, selected, onSelect }: OutboxTableProps) {
  const frame = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const goToOn = useGoToOn();
  const table = useTable({ features, columns, data: submissions, getRowId: (submission) => submission.id });
  const rows = table.getRowModel().rows;
  const at = rows.findIndex((row) => row.original.id === selected);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    // The headings stay in sight above the rows.
    scrollPaddingStart: ROW_HEIGHT,
    scrollPaddingEnd: ROW_HEIGHT,
    // The one tab stop stays, wherever is scrolled to.
    rangeExtractor: (range) =>
      [...new Set([at, ...defaultRangeExtractor(range)])].filter((one) => one >= 0).toSorted((a, b) => a - b),
  });

  const moveTo = (wanted: number): void => {
    const index = Math.min(Math.max(wanted, 0), rows.length - 1);
    const row = rows[index];
    if (row === undefined) return;
    flushSync(() => onSelect(row.original.id));
    virtualizer.scrollToIndex(index);
    body.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const submission = rows[at]?.original;
    if (event.key === 'Enter' && submission !== undefined && submission.orderNumber !== null) {
      event.preventDefault();
      void goToOn(submission.connectionId, paths.order(submission.orderNumber));
    }
    const target = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + LEAP,
      PageUp: at - LEAP,
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    moveTo(target);
  };

  const shown = virtualizer.getVirtualItems();
  return (
    <div ref={frame} className={`${tableClasses.frame} ${classes.frame}`}>
      <table
        className={`${tableClasses.table} ${classes.table}`}
        aria-label="Outbox"
        aria-rowcount={rows.length + 1}
      >
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <th key={header.id} scope="col" className={classes[header.id]}>
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        {/* The selected row is the one tab stop. */}
        <tbody ref={body} onKeyDown={onKeyDown}>
          {shown.map(({ index, start }, place) => {
            const row = rows[index];
            const before = shown[place - 1];
            if (row === undefined) return null;
            return (
              <Fragment key={row.id}>
                <Gap height={start - (before?.end ?? 0)} />
                <SubmissionRow
                  row={row}
                  index={index}
                  isSelected={row.original.id === selected}
                  onSelect={onSelect}
                />
              </Fragment>
            );
          })}
          <Gap height={virtualizer.getTotalSize() - (shown.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </div>
  );
}

interface SubmissionRowProps {
  readonly row: Row<typeof features, Submission>;
  readonly index: number;
  readonly isSelected: boolean;
  readonly onSelect: (id: SubmissionId) => void;
}

/** Drawn anew only when the submission or its selection changes, not with every move through the rows. */
const SubmissionRow = memo(function SubmissionRow({ row, index, isSelected, onSelect }: SubmissionRowProps) {
  const { id } = row.original;
  return (
    <tr
      data-row={index}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isSelected ? 0 : -1}
      onClick={() => onSelect(id)}
      onFocus={() => onSelect(id)}
    >
      {row.getAllCells().map((cell) => (
        <td key={cell.id}>
          <FlexRender cell={cell} />
        </td>
      ))}
    </tr>
  );
});

/** The room of rows that are not drawn. */
function Gap({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden className={classes.gap}>
      <td colSpan={columns.length} style={{ height }} />
    </tr>
  );
}
