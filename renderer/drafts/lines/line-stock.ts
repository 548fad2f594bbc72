import { type Part, partKey } from '../../../shared/parts/part.ts';

/** The part look-ups of the main process. They throw what the bridge throws. */
export interface StockLookUps {
  /** What PIMS has shown before; asks it nothing. */
  readonly known: (codes: string[]) => Promise<readonly Part[]>;
  /** Those read within the last `maxAgeMs` as they are, the others anew, which is billed. */
  readonly read: (codes: string[], maxAgeMs: number) => Promise<{ readonly parts: readonly Part[] }>;
  readonly isReachable: () => boolean;
  /** ms since 1970. */
  readonly now: () => number;
}

/** Parts by `partKey`. */
export type StockByPart = ReadonlyMap<string, Part>;

/** So long what was read will do, and a code that PIMS does not have is not asked for again. */
const MAX_AGE_MS = 10 * 60_000;
/** Scrolling and entry come in runs; a run is one question. */
const PAUSE_MS = 500;
/** After a question without an answer. */
const WAIT_AFTER_FAILURE_MS = 60_000;

/**
 * What is available of the parts of lines in view. PIMS is asked for what is not known or old, many codes at a time, when the lines in
 * view change, and never by a clock: a draft that is left open costs nothing.
 */
export class LineStock {
  readonly #ask: StockLookUps;
  #parts: StockByPart = new Map();
  /** By key: the code in view. */
  #seen: ReadonlyMap<string, string> = new Map();
  readonly #lookedUp = new Set<string>();
  readonly #askedAt = new Map<string, number>();
  #failedAt = Number.NEGATIVE_INFINITY;
  #isTyping = false;
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(ask: StockLookUps) {
    this.#ask = ask;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stopTimer();
    };
  };

  /** A new map with every change. */
  readonly snapshot = (): StockByPart => this.#parts;

  /** These are the part codes of the lines in view. */
  see(codes: readonly string[]): void {
    this.#seen = new Map(
      codes.filter((code) => code.trim() !== '').map((code) => [partKey(code), code.trim()]),
    );
    this.#plan();
  }

  /** A part is known from elsewhere, such as one that was just taken. */
  learn(parts: readonly Part[]): void {
    if (parts.length === 0) return;
    const next = new Map(this.#parts);
    for (const part of parts) {
      const present = next.get(partKey(part.code));
      if (present === undefined || present.readAt <= part.readAt) next.set(partKey(part.code), part);
    }
    this.#parts = next;
    for (const listener of this.#listeners) listener();
  }

  /** While a part code is typed nothing is asked: half a code is not worth a question. */
  typing(isTyping: boolean): void {
    this.#isTyping = isTyping;
    if (!isTyping) this.#plan();
  }

  #plan(): void {
    this.#stopTimer();
    if (!this.#isTyping && this.#seen.size > 0)
      this.#timer = setTimeout(() => void this.#refresh(), PAUSE_MS);
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #refresh(): Promise<void> {
    const seen = [...this.#seen];
    const unknown = seen.filter(([key]) => !this.#parts.has(key) && !this.#lookedUp.has(key));
    try {
      for (const [key] of unknown) this.#lookedUp.add(key);
      if (unknown.length > 0) this.learn(await this.#ask.known(unknown.map(([, code]) => code)));
      const now = this.#ask.now();
      if (!this.#ask.isReachable() || now - this.#failedAt < WAIT_AFTER_FAILURE_MS) return;
      const old = seen.filter(([key]) => this.#isWorthAsking(key, now));
      if (old.length === 0) return;
      for (const [key] of old) this.#askedAt.set(key, now);
      const { parts } = await this.#ask.read(
        old.map(([, code]) => code),
        MAX_AGE_MS,
      );
      this.learn(parts);
    } catch {
      // The figures say how old they are; whether PIMS can be reached is said in the status bar.
      this.#failedAt = this.#ask.now();
      for (const [key] of seen) this.#askedAt.delete(key);
    }
  }

  #isWorthAsking(key: string, now: number): boolean {
    const part = this.#parts.get(key);
    const readAt = part === undefined ? Number.NEGATIVE_INFINITY : Date.parse(part.readAt);
    const askedAt = this.#askedAt.get(key) ?? Number.NEGATIVE_INFINITY;
    return now - Math.max(readAt, askedAt) >= MAX_AGE_MS;
  }
}
