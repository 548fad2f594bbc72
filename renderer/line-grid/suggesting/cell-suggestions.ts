/** A value that a cell may take instead of what is typed. */
export interface CellSuggestion {
  /** Names it in the command that takes it. */
  readonly id: string;
  readonly label: string;
  /** What it is. */
  readonly about: string;
  /** What else is to be known of it, such as how many there are; stands at the right. */
  readonly aside: string;
  /** What is typed names this one and no other, so that Enter takes it. */
  readonly isExact: boolean;
}

export interface SuggestionList {
  readonly items: readonly CellSuggestion[];
  /** Of the list as a whole, below it; empty for nothing. */
  readonly hint: string;
}

/** Where suggestions for the cells of one column come from. */
export interface CellSuggestions {
  readonly column: string;
  /** What they are, such as “Parts”. */
  readonly label: string;
  /**
   * Looks for what fits a typed text. `show` takes what is found, at once or later, and again when there is more.
   * Answers how to call that off.
   */
  readonly look: (text: string, show: (list: SuggestionList) => void) => () => void;
}
