import type { ReactNode, RefObject } from 'react';
import type { ColumnLayout } from './columns/column-layout.ts';
import type { CellLook, GridColumn, GridCommand, GridRow } from './model/grid-model.ts';
import type { CellSuggestions } from './suggesting/cell-suggestions.ts';

/** A cell, by the id of its row; null is the empty row at the end. */
export interface NamedCell {
  readonly rowId: string | null;
  readonly column: string;
}

/** What the screen asks of the grid. */
export interface LineGridHandle {
  /** Brings the focus to a cell, also to one that is filtered out. What is open is closed as it is. */
  readonly goTo: (cell: NamedCell) => void;
  /** Hands over what is being typed. */
  readonly handOver: () => void;
  /**
   * Remembers what is typed into the grid by now; answers how to put that back, should what comes next be meant for no cell. Null
   * while the focus is not in a cell.
   */
  readonly mark: () => (() => void) | null;
  /** Brings the focus to the input that finds text. */
  readonly find: () => void;
}

/** The state of a row in words, for its last column. */
export interface RowState {
  readonly words: string;
  readonly tone: 'calm' | 'busy' | 'good' | 'warn' | 'bad';
}

/** What the grid is made of. Functions keep their identity as long as their answers stay the same. */
export interface LineGridProps {
  /** What the rows are, such as “Lines”. */
  readonly label: string;
  /** Above the grid, at the left. */
  readonly title: ReactNode;
  /** Below the grid. */
  readonly foot: ReactNode;
  /** In the order in which they are sent. */
  readonly rows: readonly GridRow[];
  readonly columns: readonly GridColumn[];
  readonly layout: ColumnLayout;
  readonly onLayout: (layout: ColumnLayout) => void;
  /** Chooses columns; stands above the grid. */
  readonly columnMenu: ReactNode;
  readonly canWrite: boolean;
  /** Whether rows can be added, taken away and moved. */
  readonly canAdd: boolean;
  /** Why a cell can't be written; null when it can. Undefined is the empty row at the end. */
  readonly whyFixed: (row: GridRow | undefined, column: string) => string | null;
  /** Why no cell can hold a value; null when one can. */
  readonly whyRefused: (value: string) => string | null;
  /** Why a row can't be taken away or moved; null when it can. */
  readonly whyKept: (row: GridRow) => string | null;
  readonly lookOf: (row: GridRow, column: string) => CellLook | null;
  readonly stateOf: (row: GridRow) => RowState | null;
  /** Beside the number of a row, such as a padlock. */
  readonly drawRowHead: (row: GridRow) => ReactNode;
  /** The number of a row by its place in the order, from 0 on; undefined is the empty row at the end. */
  readonly numberOf: (row: GridRow | undefined, index: number) => string;
  /** What the open cell is called. */
  readonly cellLabel: (number: string, column: string) => string;
  /** What the cells of a column may take while something is typed into them; null where nothing is suggested. */
  readonly suggestions: CellSuggestions | null;
  /** A pasted text as a cell can hold it. */
  readonly clean: (text: string) => string;
  /** Has the clipboard pasted into what has the focus, as Ctrl+V does: a page may not read it by itself. */
  readonly onPaste: () => void;
  /** These rows are in sight; told whenever they change. Null when nobody wants to know. */
  readonly onSeen: ((rows: readonly GridRow[]) => void) | null;
  readonly onCommand: (command: GridCommand) => void;
  /** Something that the person should know of what was done. */
  readonly onSay: (kind: 'done' | 'info' | 'problem', words: string) => void;
  readonly handle: RefObject<LineGridHandle | null>;
}
