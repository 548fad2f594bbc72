import { codeKey } from '../../shared/pims/code-key.ts';

interface Coded {
  readonly code: string;
  /** ISO time. */
  readonly readAt: string;
}

/** The look-ups of one kind of record in the main process. They throw what the bridge throws. */
export interface RecordLookUps<R> {
  readonly complete: (text: string, limit: number) => Promise<readonly R[]>;
  /** Asks PIMS; the search before it is called off. */
  readonly search: (text: string, limit: number) => Promise<{ records: readonly R[]; cut: boolean }>;
  readonly cancel: () => void;
  readonly isReachable: () => boolean;
  /** ms since 1970. */
  readonly now: () => number;
}

/** What tells a search for one kind of record from another. */
export interface RecordSearchKind<R> {
  /** The records that match, best first, at most `limit`. */
  readonly order: (text: string, records: readonly R[], limit: number) => R[];
  /** An answer for its beginning need not hold what this text finds. */
  readonly isFoundWhole: (text: string) => boolean;
  /** Shown at most. */
  readonly most: number;
  /** Typing nothing shows what PIMS has shown last. */
  readonly showsLatest: boolean;
  /** The longest text that the look-ups take. */
  readonly longest: number;
}

/**
 * Where the records come from so far.
 * - `known`: PIMS has shown them before, and is not asked, or not yet;
 * - `searching`: as `known`, and PIMS is being asked;
 * - `answered`: PIMS has answered just now, or minutes ago; `cut` says that it has more;
 * - `unreachable`, `failed`: as `known`, since PIMS can't be asked, or did not answer.
 */
export type SearchStanding =
  | { readonly kind: 'known' | 'searching' | 'unreachable' }
  | { readonly kind: 'answered'; readonly cut: boolean }
  | { readonly kind: 'failed'; readonly error: Error };

export interface FoundRecords<R> {
  readonly records: readonly R[];
  readonly standing: SearchStanding;
}

interface Answer<R> {
  readonly text: string;
  /** ms since 1970. */
  readonly at: number;
  readonly records: readonly R[];
  readonly cut: boolean;
}

/** Every search is billed, so it waits for a pause; and one letter says too little. */
const PAUSE_MS = 300;
const LEAST_TYPED = 2;
/** So long PIMS is not asked again for what an answer held already. */
const ANSWER_AGE_MS = 5 * 60_000;
const MOST_ANSWERS = 50;

/**
 * Records for what is typed: those that PIMS has shown before at once, and those that it finds now once the person pauses.
 */
export class RecordSearch<R extends Coded> {
  readonly #kind: RecordSearchKind<R>;
  readonly #ask: RecordLookUps<R>;
  #answers: readonly Answer<R>[] = [];

  constructor(kind: RecordSearchKind<R>, ask: RecordLookUps<R>) {
    this.#kind = kind;
    this.#ask = ask;
  }

  /** Looks for a text; `show` takes what is found, at once or later, and again when there is more. Answers how to call it off. */
  readonly look = (text: string, show: (found: FoundRecords<R>) => void): (() => void) => {
    const { most, longest, showsLatest } = this.#kind;
    const wanted = text.trim();
    let found: readonly R[] = [];
    let standing: SearchStanding = { kind: 'known' };
    let isWanted = true;
    const add = (records: readonly R[], next: SearchStanding = standing): void => {
      if (!isWanted) return;
      standing = next;
      found = this.#merge(wanted, found, records);
      show({ records: found, standing: standing.kind === 'known' ? this.#standing() : standing });
    };
    const isNothing = wanted === '' || wanted.length > longest;
    if (isNothing && !(showsLatest && wanted === '')) {
      add([]);
      return () => undefined;
    }
    this.#ask.complete(wanted, most).then(add, () => add([]));
    const timer = setTimeout(() => {
      this.#forgetOld();
      const answer = this.#answerFor(wanted);
      if (answer !== undefined) add(answer.records, { kind: 'answered', cut: answer.cut });
      else if (this.#isWorthAsking(wanted)) search();
    }, PAUSE_MS);
    const search = (): void => {
      add([], { kind: 'searching' });
      this.#ask.search(wanted, most).then(
        ({ records, cut }) => {
          const answer = { text: wanted, at: this.#ask.now(), records, cut };
          this.#answers = [...this.#answers, answer].slice(-MOST_ANSWERS);
          add(records, { kind: 'answered', cut });
        },
        (error: Error) => add([], { kind: 'failed', error }),
      );
    };
    return () => {
      isWanted = false;
      clearTimeout(timer);
      if (standing.kind === 'searching') this.#ask.cancel();
    };
  };

  #standing(): SearchStanding {
    return { kind: this.#ask.isReachable() ? 'known' : 'unreachable' };
  }

  #forgetOld(): void {
    const since = this.#ask.now() - ANSWER_AGE_MS;
    this.#answers = this.#answers.filter(({ at }) => at >= since);
  }

  #answerFor(wanted: string): Answer<R> | undefined {
    return this.#answers.findLast(({ text, cut }) => !cut && codeKey(text) === codeKey(wanted));
  }

  /** Whatever holds a text holds its beginning too, so that an answer which was not cut short has it. */
  #isWorthAsking(wanted: string): boolean {
    if (wanted.length < LEAST_TYPED || !this.#ask.isReachable()) return false;
    if (this.#kind.isFoundWhole(wanted)) return true;
    const key = codeKey(wanted);
    return !this.#answers.some(({ text, cut }) => !cut && key.startsWith(codeKey(text)));
  }

  /** Records that match, best first, then what PIMS found for reasons of its own; of a record what was read last. */
  #merge(wanted: string, before: readonly R[], added: readonly R[]): readonly R[] {
    const { most, order } = this.#kind;
    const newest = new Map<string, R>();
    for (const record of [...before, ...added]) {
      const known = newest.get(record.code);
      if (known === undefined || known.readAt <= record.readAt) newest.set(record.code, record);
    }
    const records = [...newest.values()];
    const best = new Set(order(wanted, records, most));
    return [...best, ...records.filter((record) => !best.has(record))].slice(0, most);
  }
}
