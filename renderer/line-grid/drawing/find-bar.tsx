import { ActionIcon, Text, TextInput } from '@mantine/core';
import { ChevronDown, ChevronUp, Search } from 'lucide-react';
import { type RefObject, useDeferredValue, useMemo, useState } from 'react';
import { findCells, nextFind } from '../model/find-cells.ts';
import type { CellPlace, GridRow } from '../model/grid-model.ts';
import classes from './find-bar.module.css';

interface FindBarProps {
  /** What is searched, such as “Lines”. */
  readonly label: string;
  /** As they are seen. */
  readonly rows: readonly GridRow[];
  readonly columns: readonly string[];
  readonly active: CellPlace;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** Shows a cell; the focus stays here. */
  readonly onShow: (place: CellPlace) => void;
  /** The person is done; the focus goes back to the grid. */
  readonly onDone: () => void;
}

/** Finds text in the cells that are seen: Enter goes on to the next, Shift+Enter back, Escape to the cell. */
export function FindBar({ label, rows, columns, active, inputRef, onShow, onDone }: FindBarProps) {
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const found = useMemo(() => findCells(rows, columns, wanted), [rows, columns, wanted]);
  const at = found.findIndex(({ row, column }) => row === active.row && column === active.column);

  const go = (back: boolean): void => {
    const now = wanted === text ? found : findCells(rows, columns, text);
    const place = now[nextFind(now, active, back)];
    if (place !== undefined) onShow(place);
  };
  return (
    <search className={classes.find}>
      <TextInput
        ref={inputRef}
        type="search"
        aria-label={`Find in ${label.toLowerCase()}`}
        placeholder="Find"
        leftSection={<Search size={13} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
          if (event.key === 'Enter') go(event.shiftKey);
          else if (event.key === 'Escape') onDone();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {text.trim() !== '' && (
        <>
          <Text size="sm" role="status" className={classes.finds}>
            {findWords(found.length, at)}
          </Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label="Previous find"
            disabled={found.length === 0}
            onClick={() => go(true)}
          >
            <ChevronUp size={14} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label="Next find"
            disabled={found.length === 0}
            onClick={() => go(false)}
          >
            <ChevronDown size={14} aria-hidden />
          </ActionIcon>
        </>
      )}
    </search>
  );
}

function findWords(count: number, at: number): string {
  if (count === 0) return 'Not found';
  const cells = count === 1 ? '1 cell' : `${count} cells`;
  return at < 0 ? cells : `${at + 1} of ${cells}`;
}
