import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import { useCommand } from '../../app/commands.ts';
import { callDesk } from '../../bridge/call.ts';
import { useDeskQuery } from '../../bridge/use-desk-query.ts';
import type { LineGridHandle, LineGridProps } from '../../line-grid/line-grid-props.ts';
import { notify } from '../../ui/notify.tsx';
import type { DraftSession } from '../draft-session.ts';
import { LineColumnMenu } from './line-column-menu.tsx';
import { lineColumns } from './line-columns.ts';
import { oneLine, whyRefused } from './line-commands.ts';
import { type LineSums, LineTally } from './line-tally.ts';
import { useColumnLayout } from './use-column-layout.ts';

interface LineTableOptions {
  readonly session: DraftSession;
  readonly handle: RefObject<LineGridHandle | null>;
  /** What is summed up. Rows that stay the same keep their identity (LineTally). */
  readonly summed: readonly { readonly fields: PimsFields }[];
  /** Where the person's choice of columns is remembered. */
  readonly layouts: Parameters<typeof useColumnLayout>[0];
  /** Always columns, in this order. */
  readonly first: readonly string[];
  /** Fields that are no columns here. */
  readonly left: readonly string[];
  /** What the lines hold is sent: a field is a column then though it is among those left. */
  readonly showsAllUsed: boolean;
  /** Ctrl+F finds here. */
  readonly finds: boolean;
  /** Of the input that takes the name of a field for a column; a screen may have two. */
  readonly adderId: string;
}

interface LineTable {
  readonly sums: LineSums;
  /** PIMS fields that lines of this connection are known to have. */
  readonly known: readonly string[];
  /** What every table of lines hands to the grid alike. */
  readonly alike: Pick<
    LineGridProps,
    'columns' | 'layout' | 'onLayout' | 'columnMenu' | 'clean' | 'whyRefused' | 'onPaste' | 'onSay' | 'handle'
  >;
}

const nothingKnown: readonly string[] = [];

/** What tables of lines have in common, whether the lines are new or those of an order: sums, columns, finding, taking over what is typed. */
export function useLineTable(options: LineTableOptions): LineTable {
  const { session, handle, summed, layouts, first, left, showsAllUsed, finds, adderId } = options;
  const [tally] = useState(() => new LineTally());
  const sums = useMemo(() => tally.update(summed), [tally, summed]);
  const known = useDeskQuery('orders.fieldNames', { table: 'ORDER_LINEITEMS' }).data ?? nothingKnown;
  const [layout, onLayout] = useColumnLayout(layouts, session.connectionId);
  const columns = useMemo(() => {
    const used = showsAllUsed ? sums.fields : sums.fields.filter((field) => !left.includes(field));
    return lineColumns(first, known, used, layout, left);
  }, [first, known, sums.fields, layout, left, showsAllUsed]);

  useLayoutEffect(() => session.addTyper(() => handle.current?.handOver()), [session, handle]);
  useCommand('find', () => handle.current?.find(), { enabled: finds });

  const columnMenu = <LineColumnMenu id={adderId} {...{ columns, known, left, layout, onLayout }} />;
  return {
    sums,
    known,
    alike: {
      ...{ columns, layout, onLayout, columnMenu, handle },
      ...{ clean: oneLine, whyRefused, onPaste: pasteFromMenu, onSay: notify },
    },
  };
}

function pasteFromMenu(): void {
  const say = () => notify('problem', 'The clipboard could not be read. Press Ctrl+V in the cell instead.');
  callDesk('app.paste', {}).then(({ pasted }) => pasted || say(), say);
}
