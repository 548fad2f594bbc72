import { Menu, TextInput } from '@mantine/core';
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  ArrowUpDown,
  ChevronsLeftRight,
  ChevronsRightLeft,
  EyeOff,
  MoveHorizontal,
} from 'lucide-react';
import type { GridColumn } from '../model/grid-model.ts';
import type { ViewChoice } from '../model/row-view.ts';
import type { GridTable } from './use-grid-columns.ts';

interface HeadingMenuProps {
  readonly table: GridTable;
  readonly column: GridColumn;
  readonly view: ViewChoice;
  /** What the menu opens below. */
  readonly heading: Element | null;
  readonly onClose: () => void;
  readonly onHide: () => void;
  readonly onShift: (by: -1 | 1) => void;
  /** px; what the arrow keys change the width by. */
  readonly onResize: (by: number) => void;
  /** As wide as what is in it. */
  readonly onFit: () => void;
}

/** px by which one choice makes a column narrower or wider. */
const RESIZE_STEP = 32;

/** What can be done with a column: sorting and filtering the view, moving, resizing and hiding it. */
export function HeadingMenu(props: HeadingMenuProps) {
  const { table, column, view, heading, onClose, onHide, onShift, onResize, onFit } = props;
  const { id, label } = column;
  const { left = 0, bottom = 0 } = heading?.getBoundingClientRect() ?? {};
  const sort = view.sort?.column === id ? view.sort : null;
  const sortBy = (descending: boolean | null): void =>
    table.setSorting(descending === null ? [] : [{ id, desc: descending }]);
  const filterBy = (text: string): void =>
    table.getColumn(id)?.setFilterValue(text === '' ? undefined : text);
  return (
    <Menu opened onClose={onClose} width={250} position="bottom-start" withinPortal>
      <Menu.Target>
        <span style={{ position: 'fixed', left, top: bottom }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        <Menu.Item leftSection={<ArrowUp size={14} aria-hidden />} onClick={() => sortBy(false)}>
          Sort ascending
        </Menu.Item>
        <Menu.Item leftSection={<ArrowDown size={14} aria-hidden />} onClick={() => sortBy(true)}>
          Sort descending
        </Menu.Item>
        {sort !== null && (
          <Menu.Item leftSection={<ArrowUpDown size={14} aria-hidden />} onClick={() => sortBy(null)}>
            Show as they are sent
          </Menu.Item>
        )}
        <Menu.Divider />
        <TextInput
          type="search"
          px="xs"
          py={4}
          data-autofocus
          aria-label={`Show only lines whose ${label} has`}
          placeholder={`Only where ${label} has…`}
          value={view.filters[id] ?? ''}
          onChange={(event) => filterBy(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Enter and Escape are the input method's while it composes.
            if (event.nativeEvent.isComposing) return event.stopPropagation();
            // The menu would take letters for the beginning of an item's name.
            if (event.key !== 'Escape' && event.key !== 'ArrowDown' && event.key !== 'Tab')
              event.stopPropagation();
            if (event.key === 'Enter') onClose();
          }}
        />
        <Menu.Divider />
        <Menu.Item leftSection={<ArrowLeft size={14} aria-hidden />} onClick={() => onShift(-1)}>
          Move to the left
        </Menu.Item>
        <Menu.Item leftSection={<ArrowRight size={14} aria-hidden />} onClick={() => onShift(1)}>
          Move to the right
        </Menu.Item>
        <Menu.Item
          leftSection={<ChevronsRightLeft size={14} aria-hidden />}
          closeMenuOnClick={false}
          onClick={() => onResize(-RESIZE_STEP)}
        >
          Narrower
        </Menu.Item>
        <Menu.Item
          leftSection={<ChevronsLeftRight size={14} aria-hidden />}
          closeMenuOnClick={false}
          onClick={() => onResize(RESIZE_STEP)}
        >
          Wider
        </Menu.Item>
        <Menu.Item leftSection={<MoveHorizontal size={14} aria-hidden />} onClick={onFit}>
          Fit to what is in it
        </Menu.Item>
        <Menu.Item leftSection={<EyeOff size={14} aria-hidden />} onClick={onHide}>
          Hide this column
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
