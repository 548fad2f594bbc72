import type { ClipboardEvent, KeyboardEvent, RefObject } from 'react';
import type { CellEditor } from '../input/use-cell-editor.ts';
import type { Box } from '../model/grid-measures.ts';
import classes from './line-grid.module.css';

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
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onCopy: () => string;
  readonly onCut: () => void;
  readonly onPaste: (text: string) => void;
}

/**
 * The text input of the active cell (input/use-cell-editor.ts). Not seen while closed; screen readers are led from it to the
 * cell in the grid.
 */
export function CellInput(props: CellInputProps) {
  const { inputRef, editor, label, box, gridId, cellId, isFigure, isInvalid, aboutId, fixed, canWrite } =
    props;
  const isOpen = editor.mode !== 'closed';
  const copy = (event: ClipboardEvent): boolean => {
    if (isOpen) return false;
    event.preventDefault();
    event.clipboardData.setData('text/plain', props.onCopy());
    return true;
  };
  return (
    <input
      ref={inputRef}
      className={classes.input}
      style={box}
      data-open={isOpen || undefined}
      data-figure={isFigure || undefined}
      aria-label={label}
      aria-controls={gridId}
      aria-activedescendant={isOpen ? undefined : cellId}
      aria-invalid={isInvalid}
      aria-describedby={aboutId}
      readOnly={!canWrite || fixed !== null}
      autoComplete="off"
      spellCheck={false}
      maxLength={2_000}
      onInput={editor.typed}
      onCompositionStart={editor.typed}
      onKeyDown={props.onKeyDown}
      onFocus={props.onFocus}
      onBlur={props.onBlur}
      onCopy={copy}
      onCut={(event) => {
        if (copy(event)) props.onCut();
      }}
      onPaste={(event) => {
        if (isOpen) return;
        event.preventDefault();
        props.onPaste(event.clipboardData.getData('text/plain'));
      }}
    />
  );
}
