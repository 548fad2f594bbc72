import { createColumnHelper, FlexRender, type Row, tableFeatures, useTable } from '@tanstack/react-table';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type KeyboardEvent, memo, useEffect, useEffectEvent, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { SubmissionId } from '../../shared/ids.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import { paths } from '../app/routes.ts';
import tableClasses from '../ui/data-table.module.css';
import { rowByKey } from '../ui/row-keys.ts';
import { When } from '../ui/when.tsx';
import { useGoToOn } from './go-to-on.ts';
import classes from './outbox-table.module.css';
import { OrderLink } from './submission/order-link.tsx';
import { SubmissionProgress } from './submission/submission-progress.tsx';
import { SubmissionStateLabel } from './submission/submission-state.tsx';
import { submissionName, waitWords } from './submission/submission-words.ts';

const features = tableFeatures({});
const helper = createColumnHelper<typeof features, Submission>();
const connectionColumn = helper.accessor('connectionName', { header: 'Connection' });
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
  connectionColumn,
  helper.display({
    id: 'when',
    header: 'When',
    cell: ({ row }) => <LastTime submission={row.original} />,
  }),
  helper.accessor((submission) => submission.problem?.message ?? waitWords(submission), {
    id: 'problem',
    header: 'Problem',
    cell: ({ getValue }) => <span title={getValue()}>{getValue()}</span>,
  }),
]);

/** Of one connection alone, which the screen says already. */
const columnsOfOne = columns.filter((column) => column !== connectionColumn);

interface OutboxTableProps {
  readonly submissions: readonly Submission[];
  readonly selected: SubmissionId | null;
  readonly withConnection: boolean;
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
/** Rows beyond those in sight. */
const OVERSCAN = 12;

/**
 * The submissions as rows, only those in sight in the page. The arrow keys move the selection, Enter opens the order; the
 * panel below shows the selected one.
 */
export function OutboxTable({ submissions, selected, withConnection, onSelect }: OutboxTableProps) {
  const frame = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const goToOn = useGoToOn();
  const table = useTable({
    features,
    columns: withConnection ? columns : columnsOfOne,
    data: submissions,
    getRowId: (submission) => submission.id,
  });
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

  // The selected row may be any when the table is drawn first, and is lost to sight when the panel takes more room.
  const showSelected = useEffectEvent(() => {
    if (at >= 0) virtualizer.scrollToIndex(at);
  });
  useEffect(() => {
    if (frame.current === null) return;
    let height = -1;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined || entry.contentRect.height === height) return;
      height = entry.contentRect.height;
      showSelected();
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);

  const moveTo = (index: number): void => {
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
    const target = rowByKey(event.key, at, rows.length);
    if (target === undefined) return;
    event.preventDefault();
    moveTo(target);
  };

  const shown = virtualizer.getVirtualItems();
  const width = table.getAllLeafColumns().length;
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
                <Gap height={start - (before?.end ?? 0)} width={width} />
                <SubmissionRow
                  row={row}
                  index={index}
                  isSelected={row.original.id === selected}
                  {...{ withConnection, onSelect }}
                />
              </Fragment>
            );
          })}
          <Gap height={virtualizer.getTotalSize() - (shown.at(-1)?.end ?? 0)} width={width} />
        </tbody>
      </table>
    </div>
  );
}

interface SubmissionRowProps {
  readonly row: Row<typeof features, Submission>;
  readonly index: number;
  readonly isSelected: boolean;
  /** Another set of columns is another row. */
  readonly withConnection: boolean;
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

/** The room of rows that are not drawn; `width` in columns. */
function Gap({ height, width }: { readonly height: number; readonly width: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden className={classes.gap}>
      <td colSpan={width} style={{ height }} />
    </tr>
  );
}
