import { Popover } from '@mantine/core';
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useSyncExternalStore } from 'react';
import type { CellEditor } from '../input/use-cell-editor.ts';
import type { Box } from '../model/grid-measures.ts';
import { SuggestionListView, suggestionId } from '../suggesting/suggestion-list.tsx';
import type { Suggesting } from '../suggesting/use-suggestions.ts';
import { textForOpenCell } from '../writing/paste-cells.ts';
import classes from './cell-input.module.css';

/** px: room for a code, its description and what else is known of it. */
const LIST_WIDTH = 480;

interface CellInputProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly editor: CellEditor;
  readonly label: string;
  /** Where the active cell is. */
  readonly box: Box;
  readonly gridId: string;
  readonly cellId: string;
  readonly isFigure: boolean;
  readonly isInvalid: boolean;
  /** Of the element that says what is to be known of the cell. */
  readonly aboutId: string;
  /** Why nothing can be typed here; null when something can. */
  readonly fixed: string | null;
  readonly canWrite: boolean;
  readonly suggesting: Suggesting;
  /** What is suggested in this cell; null where nothing is. */
  readonly suggested: string | null;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onCopy: () => string;
  readonly onCut: () => void;
  readonly onPaste: (text: string) => void;
  /** A pasted text as a cell can hold it. */
  readonly clean: (text: string) => string;
}

/**
 * The text input of the active cell (input/use-cell-editor.ts). Not seen while closed; screen readers are led from it to the
 * cell in the grid.
 */
export function CellInput(props: CellInputProps) {
  const { inputRef, editor, label, box, gridId, cellId, isFigure, isInvalid, aboutId, fixed, canWrite } =
    props;
  const { suggesting, suggested } = props;
  const list = useSyncExternalStore(suggesting.store.subscribe, suggesting.store.snapshot);
  const listId = `${gridId}-suggestions`;
  const isOpen = editor.mode !== 'closed';
  const copy = (event: ClipboardEvent): boolean => {
    if (isOpen) return false;
    event.preventDefault();
    event.clipboardData.setData('text/plain', props.onCopy());
    return true;
  };
  const asCombobox =
    suggested === null
      ? {}
      : ({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': list.isOpen } as const);
  const chosenId = list.chosen < 0 ? undefined : suggestionId(listId, list.chosen);
  const input = (
    <input
      ref={inputRef}
      className={classes.input}
      style={box}
      data-open={isOpen || undefined}
      data-figure={isFigure || undefined}
      aria-label={label}
      {...asCombobox}
      aria-controls={list.isOpen ? listId : gridId}
      aria-activedescendant={isOpen ? chosenId : cellId}
      aria-invalid={isInvalid}
      aria-describedby={aboutId}
      readOnly={!canWrite || fixed !== null}
      autoComplete="off"
      spellCheck={false}
      onInput={({ nativeEvent }) => {
        editor.typed();
        // An input method is not done with the word yet.
        if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing)) suggesting.typed();
      }}
      onCompositionStart={editor.typed}
      onCompositionEnd={suggesting.typed}
      onKeyDown={props.onKeyDown}
      onFocus={props.onFocus}
      onBlur={props.onBlur}
      onCopy={copy}
      onCut={(event) => {
        if (copy(event)) props.onCut();
      }}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text/plain');
        if (!isOpen) {
          event.preventDefault();
          return props.onPaste(text);
        }
        const line = textForOpenCell(text, props.clean);
        if (line === text) return;
        event.preventDefault();
        // As if it had been typed: at the caret, and over what is selected.
        document.execCommand('insertText', false, line);
      }}
    />
  );
  return (
    <Popover
      opened={list.isOpen}
      position="bottom-start"
      offset={2}
      width={LIST_WIDTH}
      transitionProps={{ duration: 0 }}
      withRoles={false}
      trapFocus={false}
      returnFocus={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <Popover.Target>{input}</Popover.Target>
      <Popover.Dropdown p={0}>
        <SuggestionListView id={listId} label={suggested ?? ''} shown={list} onTake={suggesting.take} />
      </Popover.Dropdown>
    </Popover>
  );
}
