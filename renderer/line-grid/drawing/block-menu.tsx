import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BlockActions } from '../input/use-block-actions.ts';

interface BlockMenuProps {
  readonly block: BlockActions;
  readonly canWrite: boolean;
  readonly canAdd: boolean;
  /** How many rows are marked. */
  readonly rowCount: number;
  readonly onCopy: () => void;
  readonly onCut: () => void;
  readonly onPaste: () => void;
}

/** What a right click in the grid offers; each with the key that does the same. */
export function BlockMenu({ block, canWrite, canAdd, rowCount, onCopy, onCut, onPaste }: BlockMenuProps) {
  const lines = rowCount === 1 ? 'line' : `${rowCount} lines`;
  return (
    <Menu.Dropdown aria-label="Marked cells">
      {canWrite && <Item keys="Ctrl+X" words="Cut" run={onCut} />}
      <Item keys="Ctrl+C" words="Copy" run={onCopy} />
      <Item keys="" words="Copy with headings" run={block.copyWithHeadings} />
      {canWrite && (
        <>
          <Item keys="Ctrl+V" words="Paste" run={onPaste} />
          <Item keys="Delete" words="Clear" run={block.clear} />
          <Item keys="Ctrl+D" words="Fill down" run={() => block.fill('down')} />
        </>
      )}
      {canAdd && (
        <>
          <Menu.Divider />
          <Item keys="" words="Insert a line above" run={() => block.insertRow('above')} />
          <Item keys="Alt+Enter" words="Insert a line below" run={() => block.insertRow('below')} />
          <Item keys="Ctrl+Shift+D" words={`Duplicate ${lines}`} run={block.duplicateRows} />
          <Item keys="Alt+Shift+↑" words={`Move ${lines} up`} run={() => block.moveRows(-1)} />
          <Item keys="Alt+Shift+↓" words={`Move ${lines} down`} run={() => block.moveRows(1)} />
          <Item keys="Ctrl+Shift+Delete" words={`Delete ${lines}`} run={block.removeRows} />
        </>
      )}
    </Menu.Dropdown>
  );
}

function Item({ words, keys, run }: { words: ReactNode; keys: string; run: () => void }) {
  return (
    <Menu.Item rightSection={<small aria-hidden>{keys}</small>} onClick={run}>
      {words}
    </Menu.Item>
  );
}
