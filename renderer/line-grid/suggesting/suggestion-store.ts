import type { KeyPress } from '../model/grid-keys.ts';
import type { CellSuggestion, SuggestionList } from './cell-suggestions.ts';

/** The list below the open cell. */
export interface ShownSuggestions extends SuggestionList {
  readonly isOpen: boolean;
  /** Which of the items a key takes; -1 for none. */
  readonly chosen: number;
}

/** What a key press asks of an open list. */
export type ListKey = 'next' | 'previous' | 'take' | 'close';

const closed: ShownSuggestions = { isOpen: false, items: [], hint: '', chosen: -1 };

/**
 * Reads a key press while a list is open; undefined for what is the grid's. Up leaves the cell as ever while nothing is chosen, and
 * so do Enter and Tab: nobody gets a value that they did not choose.
 */
export function readListKey(press: KeyPress, { isOpen, chosen }: ShownSuggestions): ListKey | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey, isComposing } = press;
  if (!isOpen || isComposing || altKey || ctrlKey || metaKey) return undefined;
  switch (key) {
    case 'ArrowDown':
      return shiftKey ? undefined : 'next';
    case 'ArrowUp':
      return shiftKey || chosen < 0 ? undefined : 'previous';
    case 'Escape':
      return 'close';
    case 'Enter':
    case 'Tab':
      return chosen < 0 ? undefined : 'take';
    default:
      return undefined;
  }
}

/**
 * The suggestions for what is being typed. Apart from the state of the grid, so that a list that comes while somebody types draws
 * no cell anew.
 */
export class SuggestionStore {
  #shown = closed;
  /** By hand: it stays chosen when more is found. */
  #chosenId: string | null = null;
  #stop: () => void = () => undefined;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): ShownSuggestions => this.#shown;

  /** The one that a key takes. */
  get chosen(): CellSuggestion | undefined {
    return this.#shown.items[this.#shown.chosen];
  }

  /** Begins to look for what is typed by now. What shows stays until there is something else, but nothing of it is chosen. */
  look(start: (show: (list: SuggestionList) => void) => () => void): void {
    this.#stop();
    this.#chosenId = null;
    if (this.#shown.chosen >= 0) this.#set({ ...this.#shown, chosen: -1 });
    let isWanted = true;
    const stop = start((list) => {
      if (isWanted) this.#show(list);
    });
    this.#stop = () => {
      isWanted = false;
      stop();
    };
  }

  /** Takes the list away, and calls off what is looked for. */
  close(): void {
    this.#stop();
    this.#stop = () => undefined;
    this.#chosenId = null;
    if (this.#shown.isOpen) this.#set(closed);
  }

  /** Chooses the next item or the one before; before the first one there is none. */
  step(by: 1 | -1): void {
    const { items, chosen } = this.#shown;
    const next = Math.max(-1, Math.min(chosen + by, items.length - 1));
    this.#chosenId = items[next]?.id ?? null;
    this.#set({ ...this.#shown, chosen: next });
  }

  #show({ items, hint }: SuggestionList): void {
    const byHand = items.findIndex(({ id }) => id === this.#chosenId);
    const chosen = byHand >= 0 ? byHand : items.findIndex(({ isExact }) => isExact);
    this.#set({ isOpen: items.length > 0, items, hint, chosen });
  }

  #set(shown: ShownSuggestions): void {
    this.#shown = shown;
    for (const listener of this.#listeners) listener();
  }
}
