import { orderCompletions } from '../../../shared/parts/match-parts.ts';
import { CODE_LENGTH } from '../../../shared/parts/pack.ts';
import { type Part, partKey } from '../../../shared/parts/part.ts';
import type { CellSuggestion, SuggestionList } from '../../line-grid/suggesting/cell-suggestions.ts';
import { availableWords } from './part-words.ts';

/** The part look-ups of the main process. They throw what the bridge throws. */
export interface PartLookUps {
  readonly complete: (text: string, limit: number) => Promise<readonly Part[]>;
  /** Asks PIMS; the search before it is called off. */
  readonly search: (text: string, limit: number) => Promise<{ parts: readonly Part[]; cut: boolean }>;
  readonly cancel: () => void;
  readonly isReachable: () => boolean;
  /** ms since 1970. */
  readonly now: () => number;
}

/** More than a person reads; what they look for is found by typing on. */
const MOST = 20;
/** Every search is billed, so it waits for a pause; and one letter says too little. */
const PAUSE_MS = 300;
const LEAST_TYPED = 2;
/** So long PIMS is not asked again for what an answer held already. */
const ANSWER_AGE_MS = 5 * 60_000;

/**
 * Parts for what is typed: those that PIMS has shown before at once, and those that it finds now once the person pauses.
 * What goes wrong is not said beyond a hint: a part code can be typed without any of this.
 */
export class PartSuggestions {
  readonly #ask: PartLookUps;
  readonly #seen = new Map<string, Part>();
  /** Texts for which PIMS has shown all that it has, and when. */
  #answered: readonly { readonly text: string; readonly at: number }[] = [];

  constructor(ask: PartLookUps) {
    this.#ask = ask;
  }

  /** The part of a suggestion. */
  partOf(id: string): Part | undefined {
    return this.#seen.get(id);
  }

  /** See `CellSuggestions.look`. */
  readonly look = (text: string, show: (list: SuggestionList) => void): (() => void) => {
    const wanted = text.trim();
    let found: readonly Part[] = [];
    let isWanted = true;
    let isSearching = false;
    const add = (parts: readonly Part[], hint = this.#hint()): void => {
      if (!isWanted) return;
      found = mergeParts(wanted, found, parts);
      for (const part of found) this.#seen.set(part.code, part);
      show({ items: found.map((part) => asSuggestion(part, wanted, this.#ask.now())), hint });
    };
    if (wanted === '' || wanted.length > CODE_LENGTH) {
      add([]);
      return () => undefined;
    }
    this.#ask.complete(wanted, MOST).then(add, () => add([]));
    const timer = setTimeout(() => {
      if (!this.#isWorthAsking(wanted)) return;
      isSearching = true;
      this.#ask.search(wanted, MOST).then(
        ({ parts, cut }) => {
          isSearching = false;
          if (!cut) this.#answered = [...this.#answered, { text: wanted, at: this.#ask.now() }].slice(-50);
          add(parts);
        },
        () => {
          isSearching = false;
          add([], 'PIMS did not answer; these are parts that it has shown before.');
        },
      );
    }, PAUSE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
      if (isSearching) this.#ask.cancel();
    };
  };

  #hint(): string {
    return this.#ask.isReachable() ? '' : 'PIMS can’t be reached; these are parts that it has shown before.';
  }

  /** Whatever holds a text holds its beginning too, so that an answer which was not cut short has it; but a barcode is found whole. */
  #isWorthAsking(wanted: string): boolean {
    if (wanted.length < LEAST_TYPED || !this.#ask.isReachable()) return false;
    const since = this.#ask.now() - ANSWER_AGE_MS;
    this.#answered = this.#answered.filter(({ at }) => at >= since);
    const key = partKey(wanted);
    return !this.#answered.some(({ text }) =>
      /^\d+$/.test(wanted) ? text === wanted : key.startsWith(partKey(text)),
    );
  }
}

/** Parts that match, best first, then what PIMS found for reasons of its own; of a part what was read last. */
function mergeParts(wanted: string, before: readonly Part[], added: readonly Part[]): Part[] {
  const newest = new Map<string, Part>();
  for (const part of [...before, ...added]) {
    const known = newest.get(part.code);
    if (known === undefined || known.readAt <= part.readAt) newest.set(part.code, part);
  }
  const parts = [...newest.values()];
  const best = orderCompletions(wanted, parts, MOST);
  const others = parts.filter((part) => !best.includes(part));
  return [...best, ...others].slice(0, MOST);
}

function asSuggestion(part: Part, wanted: string, now: number): CellSuggestion {
  return {
    id: part.code,
    label: part.code,
    about: part.description ?? '',
    aside: availableWords(part, now),
    isExact: partKey(part.code) === partKey(wanted) || part.barcode === wanted,
  };
}
