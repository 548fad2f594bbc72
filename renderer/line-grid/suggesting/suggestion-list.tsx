import { useLayoutEffect, useRef } from 'react';
import type { CellSuggestion } from './cell-suggestions.ts';
import classes from './suggestion-list.module.css';
import type { ShownSuggestions } from './suggestion-store.ts';

interface SuggestionListProps {
  readonly id: string;
  readonly label: string;
  readonly shown: ShownSuggestions;
  readonly onTake: (suggestion: CellSuggestion) => void;
  /** What does not fit in one line goes on in the next, for narrow lists; else it is cut. */
  readonly wraps?: boolean;
}

/** What the open cell may take. The focus stays in the cell; its input names the chosen one for screen readers. */
export function SuggestionListView({ id, label, shown, onTake, wraps = false }: SuggestionListProps) {
  const list = useRef<HTMLDivElement>(null);
  const { items, hint, chosen } = shown;
  useLayoutEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <>
      {/* Out of the Tab order; the keys are those of the input. */}
      <div ref={list} id={id} role="listbox" aria-label={label} tabIndex={-1} className={classes.list}>
        {items.map((item, index) => (
          <div
            key={item.id}
            id={suggestionId(id, index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            data-wraps={wraps || undefined}
            className={classes.item}
            // The grid below takes the press for none of its cells, and the focus stays where it is. Not a whole click: what is
            // found meanwhile may move another one below the pointer.
            onPointerDown={(event) => event.stopPropagation()}
            onMouseDown={(event) => {
              event.preventDefault();
              event.stopPropagation();
              if (event.button === 0) onTake(item);
            }}
          >
            <span className={classes.label}>{item.label}</span>
            <span className={classes.about}>{item.about}</span>
            <span className={classes.aside}>{item.aside}</span>
          </div>
        ))}
      </div>
      {hint !== '' && (
        <div className={classes.hint} role="status">
          {hint}
        </div>
      )}
    </>
  );
}

/** The id of an item's element, by its place. */
export function suggestionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}
