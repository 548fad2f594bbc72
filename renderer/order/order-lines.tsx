import { Text } from '@mantine/core';
import { PackageOpen } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { totalUnits } from '../../shared/drafts/quantity.ts';
import { lineProgress } from '../../shared/orders/line-progress.ts';
import { lockWords } from '../../shared/orders/lock-words.ts';
import type { OrderLine } from '../../shared/orders/order.ts';
import { useChangePreferences, usePreferences } from '../app/preferences.ts';
import { RecordGrid, startPlace } from '../record-grid/record-grid.tsx';
import type { GridRow, GridSort } from '../record-grid/sorted-rows.ts';
import { EmptyNotice } from '../ui/empty-notice.tsx';
import { Padlock } from '../ui/padlock.tsx';
import classes from './order.module.css';
import { ShippedCell } from './shipped-cell.tsx';

/** The padlock's column: no PIMS field can have this name. */
const LOCK = 'Lock';
const firstColumns = [LOCK, 'LINE_NUMBER', 'PART_CODE', 'DESCRIPTION', 'QUANTITY', 'NUMBER_SHIPPED'];
/** Of no use to a person, and half a secret: who has it can change the line. */
const hidden = new Set(['LINE_REF_LOCK_CODE']);

/** The lines of an order with their padlocks, and what they add up to. */
export function OrderLines({ lines }: { readonly lines: readonly OrderLine[] }) {
  const [sort, setSort] = useState<GridSort | null>(null);
  const preferences = usePreferences();
  const changePreferences = useChangePreferences();
  const rows = useMemo(() => lines.map(toRow), [lines]);
  const columns = useMemo(() => lineColumns(lines), [lines]);
  const byId = useMemo(() => new Map(rows.map((row, index) => [row.id, lines[index]])), [rows, lines]);
  const drawCell = useCallback(
    (row: GridRow, field: string) => {
      const line = byId.get(row.id);
      if (line === undefined) return undefined;
      if (field === LOCK) return <Padlock state={line.lock.state} words={lockWords(line.lock)} inTabOrder />;
      if (field === 'NUMBER_SHIPPED') return <ShippedCell progress={lineProgress(line.fields)} />;
      return undefined;
    },
    [byId],
  );

  if (lines.length === 0) {
    return (
      <EmptyNotice icon={<PackageOpen aria-hidden />} title="This order has no lines">
        Lines that somebody adds in PIMS appear here after a refresh.
      </EmptyNotice>
    );
  }
  return (
    <section className={classes.lines} aria-label="Order lines">
      <RecordGrid
        label="Lines"
        rows={rows}
        columns={columns}
        sort={sort}
        onSort={setSort}
        drawCell={drawCell}
        place={startPlace}
        onPlace={noPlace}
        widths={preferences?.lineColumnWidths ?? noWidths}
        onWidths={(lineColumnWidths) => changePreferences({ lineColumnWidths })}
      />
      <Text size="sm" mt={6}>
        {totalWords(lines)}
      </Text>
    </section>
  );
}

const noWidths = {};

/** An order is a short list; where one was in it is not worth keeping. */
function noPlace(): void {}

function toRow(line: OrderLine, index: number): GridRow {
  return {
    id: line.fields.LINE_NUMBER || `line ${index}`,
    fields: { ...line.fields, [LOCK]: lockWords(line.lock) },
  };
}

function lineColumns(lines: readonly OrderLine[]): string[] {
  const seen = new Set(
    lines.flatMap(({ fields }) => Object.keys(fields).filter((field) => fields[field] !== '')),
  );
  const further = [...seen].filter((field) => !firstColumns.includes(field) && !hidden.has(field));
  return [...firstColumns, ...further];
}

function totalWords(lines: readonly OrderLine[]): string {
  const units = totalUnits(lines.map((line) => line.fields.QUANTITY ?? ''));
  const shipped = totalUnits(lines.map((line) => line.fields.NUMBER_SHIPPED ?? ''));
  const counted = lines.length === 1 ? '1 line' : `${lines.length} lines`;
  return `${counted}, ${units} ${units === '1' ? 'unit' : 'units'}, ${shipped} shipped`;
}
