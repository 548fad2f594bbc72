import { Menu } from '@mantine/core';
import { Copy, FileText, TextCursor } from 'lucide-react';
import { writeTsv } from '../../shared/drafts/tsv.ts';
import { copyText } from '../ui/copy-text.ts';
import { copiedText } from './copy-rows.ts';
import type { GridCursor } from './grid-cursor.ts';
import type { GridRow } from './sorted-rows.ts';

interface GridMenuProps {
  readonly rows: readonly GridRow[];
  readonly columns: readonly string[];
  readonly cursor: GridCursor | null;
  readonly onOpen: ((row: GridRow) => void) | undefined;
}

/** What a right click on a cell offers. */
export function GridMenu({ rows, columns, cursor, onOpen }: GridMenuProps) {
  const row = rows.find((one) => one.id === cursor?.rowId);
  if (cursor === null || row === undefined) return <Menu.Dropdown />;
  const copyRows = (withHeadings: boolean): void => {
    const text = copiedText(rows, columns, { ...cursor, wholeRows: true });
    if (text !== undefined) copyText(withHeadings ? `${writeTsv([columns])}\n${text}` : text);
  };
  return (
    <Menu.Dropdown>
      {onOpen !== undefined && (
        <Menu.Item leftSection={<FileText size={14} aria-hidden />} onClick={() => onOpen(row)}>
          Open
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<TextCursor size={14} aria-hidden />}
        onClick={() => copyText(row.fields[cursor.column] ?? '')}
      >
        Copy cell
      </Menu.Item>
      <Menu.Item leftSection={<Copy size={14} aria-hidden />} onClick={() => copyRows(false)}>
        Copy marked rows
      </Menu.Item>
      <Menu.Item leftSection={<Copy size={14} aria-hidden />} onClick={() => copyRows(true)}>
        Copy marked rows with headings
      </Menu.Item>
    </Menu.Dropdown>
  );
}
