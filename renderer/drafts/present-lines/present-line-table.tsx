import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { takeBackEdits } from '../draft-model.ts';
import { changeKey } from '../draft-problems.ts';
import type { DraftSession } from '../draft-session.ts';
import { gridTemplate, ROW_HEIGHT } from '../line-grid.ts';
import { readLineKey } from '../line-keys.ts';
import { LineHeading } from '../line-row.tsx';
import classes from '../line-table.module.css';
import { type PresentLineActions, PresentLineRow } from './present-line-row.tsx';
import type { PresentLine } from './present-lines.ts';

/** A cell of the table. */
interface PresentPlace {
  readonly index: number;
  readonly field: string;
}

/** What the screen asks of the table. */
export interface PresentLinesHandle {
  readonly goTo: (place: { readonly lineNumber: string; readonly field: string }) => void;
}

interface PresentLineTableProps {
  readonly session: DraftSession;
  readonly lines: readonly PresentLine[];
  readonly columns: readonly string[];
  readonly problems: ReadonlyMap<string, string>;
  readonly readOnly: boolean;
  readonly onLeave: (key: string) => void;
  /** The cell that has the focus. */
  readonly onFocus: (line: PresentLine | undefined, field: string) => void;
  readonly handle: RefObject<PresentLinesHandle | null>;
}

/** The lines of the order as rows of inputs. Only the rows in sight are in the page. */
export function PresentLineTable(props: PresentLineTableProps) {
  const { session, lines, columns, problems, readOnly, onLeave, onFocus, handle } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<PresentPlace | null>(null);
  const wanted = useRef<PresentPlace | null>(null);
  const template = gridTemplate(NUMBER_WIDTH, columns, columnWidths);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => lines[index]?.lineNumber || index,
    overscan: 6,
    scrollPaddingStart: ROW_HEIGHT,
    rangeExtractor: (range) => {
      const shown = new Set(defaultRangeExtractor(range));
      if (focused !== null && focused.index < lines.length) shown.add(focused.index);
      return [...shown].sort((a, b) => a - b);
    },
  });

  // The focus goes to a row that may not be in the page yet: it is put there first, by being the focused one.
  useLayoutEffect(() => {
    const place = wanted.current;
    const input = scroller.current?.querySelector<HTMLInputElement>(
      `[aria-rowindex="${(place?.index ?? -3) + 2}"] input[data-field="${CSS.escape(place?.field ?? '')}"]`,
    );
    if (input == null) return;
    wanted.current = null;
    input.focus();
    input.select();
  });

  const goTo = (place: PresentPlace): void => {
    wanted.current = place;
    virtualizer.scrollToIndex(place.index);
    setFocused({ ...place });
  };
  useImperativeHandle(handle, () => ({
    goTo: ({ lineNumber, field }) => {
      const index = lines.findIndex((line) => line.lineNumber === lineNumber);
      if (index >= 0) goTo({ index, field });
    },
  }));

  const latest = useRef({ session, lines, onLeave, onFocus, goTo });
  useLayoutEffect(() => {
    latest.current = { session, lines, onLeave, onFocus, goTo };
  });
  const actions = useMemo(
    (): PresentLineActions => ({
      type: ({ lineNumber, base }, field, value) =>
        latest.current.session.edit(
          [{ kind: 'change-line', lineNumber, base, field, value }],
          changeKey(lineNumber, field),
        ),
      leave: ({ lineNumber }, field) => {
        latest.current.onLeave(changeKey(lineNumber, field));
        latest.current.session.endTyping();
      },
      focus: (index, field) => {
        setFocused({ index, field });
        latest.current.onFocus(latest.current.lines[index], field);
      },
      key: (event, index, field) => {
        const command = readLineKey(event);
        if (command?.kind !== 'move') return;
        event.preventDefault();
        event.stopPropagation();
        const last = latest.current.lines.length - 1;
        latest.current.goTo({ index: Math.max(0, Math.min(index + command.rows, last)), field });
      },
      takeBack: ({ lineNumber, change }) => {
        if (change === null) return;
        latest.current.session.edit(takeBackEdits(change));
        const index = latest.current.lines.findIndex((line) => line.lineNumber === lineNumber);
        latest.current.goTo({ index, field: Object.keys(change.fields)[0] ?? 'QUANTITY' });
      },
    }),
    [],
  );

  return (
    <div ref={scroller} className={classes.frame}>
      <table aria-label="Lines of the order" aria-rowcount={lines.length + 1} className={classes.table}>
        <thead className={classes.head}>
          <tr aria-rowindex={1} className={classes.headings} style={{ gridTemplateColumns: template }}>
            <th scope="col" className={classes.number}>
              #
            </th>
            {columns.map((field) => (
              <LineHeading key={field} field={field} />
            ))}
          </tr>
        </thead>
        <tbody className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const line = lines[index];
            if (line === undefined) return null;
            return (
              <PresentLineRow
                key={key}
                top={start}
                {...{ line, index, columns, template, problems, actions, readOnly }}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Room for a padlock, the way to take a change back, and a number of five digits. */
const NUMBER_WIDTH = '100px';

const columnWidths: Readonly<Record<string, string>> = {
  PART_CODE: 'minmax(120px, 1fr)',
  DESCRIPTION: 'minmax(270px, 3fr)',
  QUANTITY: 'minmax(96px, 0.6fr)',
  NUMBER_SHIPPED: 'minmax(80px, 0.5fr)',
};
