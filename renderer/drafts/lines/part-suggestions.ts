import { orderCompletions } from '../../../shared/parts/match-parts.ts';
import { CODE_LENGTH } from '../../../shared/parts/pack.ts';
import { type Part, partKey } from '../../../shared/parts/part.ts';
import type { CellSuggestion, SuggestionList } from '../../line-grid/suggesting/cell-suggestions.ts';
import { type RecordLookUps, RecordSearch, type RecordSearchKind } from '../../look-up/record-search.ts';
import { standingHint } from '../../look-up/standing-words.ts';
import { availableWords } from './part-words.ts';

const partSearch: RecordSearchKind<Part> = {
  order: orderCompletions,
  // A barcode is found whole.
  isFoundWhole: (text) => /^\d+$/.test(text),
  // More than a person reads; what they look for is found by typing on.
  most: 20,
  showsLatest: false,
  longest: CODE_LENGTH,
};

/**
 * Parts for what is typed. What goes wrong is not said beyond a hint: a part code can be typed without any of this.
 */
export class PartSuggestions {
  readonly #search: RecordSearch<Part>;
  readonly #now: () => number;
  readonly #seen = new Map<string, Part>();

  constructor(ask: RecordLookUps<Part>) {
    this.#search = new RecordSearch(partSearch, ask);
    this.#now = ask.now;
  }

  /** The part of a suggestion. */
  partOf(id: string): Part | undefined {
    return this.#seen.get(id);
  }

  /** See `CellSuggestions.look`. */
  readonly look = (text: string, show: (list: SuggestionList) => void): (() => void) =>
    this.#search.look(text, ({ records, standing }) => {
      for (const part of records) this.#seen.set(part.code, part);
      show({
        items: records.map((part) => asSuggestion(part, text.trim(), this.#now())),
        hint: standingHint(standing, 'parts'),
      });
    });
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
