import { type RefObject, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { GridNowRef } from '../input/grid-now.ts';
import type { CellEditor } from '../input/use-cell-editor.ts';
import type { KeyPress } from '../model/grid-keys.ts';
import type { GridCommand } from '../model/grid-model.ts';
import type { CellSuggestion } from './cell-suggestions.ts';
import { readListKey, SuggestionStore } from './suggestion-store.ts';

interface SuggestionsOptions {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly now: GridNowRef;
  readonly editor: CellEditor;
  readonly perform: (command: GridCommand) => void;
}

export interface Suggesting {
  readonly store: SuggestionStore;
  /** The text of the open cell changed. */
  readonly typed: () => void;
  readonly take: (suggestion: CellSuggestion) => void;
  /** Does what a key asks of the list. True when that was all; after a taking the key goes on as ever. */
  readonly answers: (press: KeyPress) => boolean;
}

/** The list of suggestions below the open cell. */
export function useSuggestions({ input, now, editor, perform }: SuggestionsOptions): Suggesting {
  const [store] = useState(() => new SuggestionStore());
  const { mode } = editor;
  useLayoutEffect(() => {
    if (mode === 'closed') store.close();
  }, [mode, store]);
  useEffect(() => () => store.close(), [store]);

  return useMemo(() => {
    const take = (suggestion: CellSuggestion): void => {
      // Typing may have begun a row that is not there before it is handed over.
      editor.handOver();
      const { viewed, columnIds, selection } = now.current;
      const row = viewed[selection.active.row];
      const column = columnIds[selection.active.column];
      store.close();
      if (row === undefined || column === undefined) return;
      editor.drop();
      perform({ kind: 'take', rowId: row.id, column, suggestion: suggestion.id });
    };
    return {
      store,
      take,
      typed: () => {
        const { props, columnIds, selection } = now.current;
        const { suggestions } = props;
        const column = columnIds[selection.active.column];
        if (suggestions === null || suggestions.column !== column || editor.modeNow() === 'closed') return;
        const text = input.current?.value ?? '';
        store.look((show) => suggestions.look(text, show));
      },
      answers: (press) => {
        const { chosen } = store;
        switch (readListKey(press, store.snapshot())) {
          case 'next':
            store.step(1);
            return true;
          case 'previous':
            store.step(-1);
            return true;
          case 'close':
            store.close();
            return true;
          case 'take':
            if (chosen !== undefined) take(chosen);
            return false;
          case undefined:
            return false;
        }
      },
    };
  }, [store, input, now, editor, perform]);
}
