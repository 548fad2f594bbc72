import { VisuallyHidden } from '@mantine/core';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import type { DraftLine } from '../../shared/drafts/draft.ts';
import type { DraftLineId } from '../../shared/ids.ts';
import { type InPims, lineLockWords } from './in-pims.ts';
import { gridTemplate, ROW_HEIGHT } from './line-grid.ts';
import { type LineActions, LineHeading, LineRow } from './line-row.tsx';
import classes from './line-table.module.css';

interface LineTableProps {
  readonly lines: readonly DraftLine[];
  /** Id of the empty row at the end. */
  readonly nextId: DraftLineId;
  readonly columns: readonly string[];
  readonly inPims: InPims;
  readonly problems: ReadonlyMap<string, string>;
  readonly actions: LineActions;
  readonly readOnly: boolean;
  /** The row that has the focus; it stays in the page wherever the table is scrolled to. */
  readonly focusedIndex: number;
  readonly scrollRef: RefObject<HTMLDivElement | null>;
}

const noFields = {};

/** The lines of a draft as rows of inputs. Only the rows in sight are in the page. */
export function LineTable(props: LineTableProps) {
  const { lines, nextId, columns, inPims, problems, actions, readOnly, focusedIndex, scrollRef } = props;
  const template = gridTemplate(NUMBER_WIDTH, columns, columnWidths, readOnly ? '' : '92px');
  const locked = new Set(readOnly ? [] : inPims?.lineIds);
  const count = lines.length + (readOnly ? 0 : 1);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => lines[index]?.id ?? nextId,
    overscan: 6,
    scrollPaddingStart: ROW_HEIGHT,
    rangeExtractor: (range) => {
      const shown = new Set(defaultRangeExtractor(range));
      if (focusedIndex >= 0 && focusedIndex < count) shown.add(focusedIndex);
      return [...shown].sort((a, b) => a - b);
    },
  });

  return (
    <div ref={scrollRef} className={classes.frame}>
      <table aria-label="Lines" aria-rowcount={count + 1} className={classes.table}>
        <thead className={classes.head}>
          <tr aria-rowindex={1} className={classes.headings} style={{ gridTemplateColumns: template }}>
            <th scope="col" className={classes.number}>
              #
            </th>
            {columns.map((field) => (
              <LineHeading key={field} field={field} />
            ))}
            {!readOnly && (
              <th scope="col" className={classes.heading}>
                <VisuallyHidden>What can be done with the line</VisuallyHidden>
              </th>
            )}
          </tr>
        </thead>
        <tbody className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const line = lines[index];
            return (
              <LineRow
                key={key}
                id={line?.id ?? nextId}
                fields={line?.fields ?? noFields}
                index={index}
                top={start}
                isNext={line === undefined}
                lock={
                  inPims !== null && line !== undefined && locked.has(line.id) ? lineLockWords(inPims) : null
                }
                {...{ columns, template, problems, actions, readOnly }}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Room for a padlock and a number of five digits. */
const NUMBER_WIDTH = '76px';

const columnWidths: Readonly<Record<string, string>> = {
  PART_CODE: 'minmax(130px, 1.2fr)',
  DESCRIPTION: 'minmax(180px, 3fr)',
  QUANTITY: 'minmax(80px, 0.6fr)',
};
