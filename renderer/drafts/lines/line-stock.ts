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

/** A part code as it is written, behind its key. */
type CodeByKey = readonly [key: string, code: string];

/** So long what was read will do, and a code that PIMS does not have is not asked for again. */
const MAX_AGE_MS = 10 * 60_000;
/** Scrolling and entry come in runs; a run is one question. */
const PAUSE_MS = 500;
/** After a question without an answer. */
const WAIT_AFTER_FAILURE_MS = 60_000;

/** An order that is submitted is worth a newer reading than lines that are looked at. */
export const FRESH_MS = 5 * 60_000;
/** So many codes are one billed request (contract: parts.read), and so many requests one submission is worth. */
const CODES_A_REQUEST = 50;
const MOST_REQUESTS = 4;
/** Submitting waits no longer than this for figures that only warn. */
const WAIT_MS = 3_000;
/** What one call takes (contract: parts.known). */
const CODES_A_CALL = 2_000;

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
  /** The look-up under way. */
  #looking: Promise<void> = Promise.resolve();
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
    this.#seen = byKey(codes);
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

  /**
   * Before an order is submitted: reads the stock of its parts anew where that is some minutes old, the oldest first, in a few
   * billed requests at most. Resolves within seconds whatever PIMS does, and throws nothing: the figures say how old they are.
   */
  async refresh(codes: readonly string[]): Promise<void> {
    let isWanted = true;
    await atMost(
      WAIT_MS,
      this.#refreshWhile([...byKey(codes)], () => isWanted),
    );
    isWanted = false;
  }

  async #refreshWhile(wanted: readonly CodeByKey[], isWanted: () => boolean): Promise<void> {
    await this.#looking;
    try {
      const unknown = wanted.filter(([key]) => !this.#parts.has(key)).map(([, code]) => code);
      for (let at = 0; at < unknown.length; at += CODES_A_CALL) {
        this.learn(await this.#ask.known(unknown.slice(at, at + CODES_A_CALL)));
      }
      const now = this.#ask.now();
      const old = wanted
        .filter(([key]) => this.#isOlderThan(FRESH_MS, key, now))
        .map((one) => ({ one, readAt: this.#readAt(one[0]) }))
        .sort((a, b) => (a.readAt === b.readAt ? 0 : a.readAt < b.readAt ? -1 : 1))
        .map(({ one }) => one)
        .slice(0, MOST_REQUESTS * CODES_A_REQUEST);
      for (let at = 0; at < old.length && isWanted() && this.#ask.isReachable(); at += CODES_A_REQUEST) {
        await this.#read(old.slice(at, at + CODES_A_REQUEST), FRESH_MS);
      }
    } catch {
      for (const [key] of wanted) this.#askedAt.delete(key);
    }
  }

  #plan(): void {
    this.#stopTimer();
    if (!this.#isTyping && this.#seen.size > 0)
      this.#timer = setTimeout(() => {
        this.#looking = this.#lookUp();
      }, PAUSE_MS);
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #lookUp(): Promise<void> {
    const seen = [...this.#seen];
    const unknown = seen.filter(([key]) => !this.#parts.has(key) && !this.#lookedUp.has(key));
    try {
      for (const [key] of unknown) this.#lookedUp.add(key);
      if (unknown.length > 0) this.learn(await this.#ask.known(unknown.map(([, code]) => code)));
      const now = this.#ask.now();
      if (!this.#ask.isReachable() || now - this.#failedAt < WAIT_AFTER_FAILURE_MS) return;
      await this.#read(
        seen.filter(([key]) => this.#isOlderThan(MAX_AGE_MS, key, now)),
        MAX_AGE_MS,
      );
    } catch {
      // The figures say how old they are; whether PIMS can be reached is said in the status bar.
      this.#failedAt = this.#ask.now();
      for (const [key] of seen) this.#askedAt.delete(key);
    }
  }

  async #read(asked: readonly CodeByKey[], maxAgeMs: number): Promise<void> {
    if (asked.length === 0) return;
    const now = this.#ask.now();
    for (const [key] of asked) this.#askedAt.set(key, now);
    const { parts } = await this.#ask.read(
      asked.map(([, code]) => code),
      maxAgeMs,
    );
    this.learn(parts);
  }

  /** Newly learnt or asked for; a code that PIMS does not have is never learnt. */
  #isOlderThan(ageMs: number, key: string, now: number): boolean {
    return now - Math.max(this.#readAt(key), this.#askedAt.get(key) ?? Number.NEGATIVE_INFINITY) >= ageMs;
  }

  #readAt(key: string): number {
    const part = this.#parts.get(key);
    return part === undefined ? Number.NEGATIVE_INFINITY : Date.parse(part.readAt);
  }
}

function byKey(codes: readonly string[]): ReadonlyMap<string, string> {
  return new Map(codes.filter((code) => code.trim() !== '').map((code) => [partKey(code), code.trim()]));
}

/** Waits for work to end, but no longer than this. */
async function atMost(ms: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
