import type { Part } from '../../../shared/parts/part.ts';
import type { ScannedPart } from '../../../shared/parts/scanned-part.ts';
import type { FoundPart } from './scan-edits.ts';

/** A code that came to nothing yet. */
export interface OpenScan {
  readonly code: string;
  /** How often it was scanned. */
  readonly times: number;
  readonly problem: string;
  /** A person has to say which of them it is; empty when none is known. */
  readonly parts: readonly Part[];
}

export interface ScanNews {
  /** What the latest scan did; empty before the first. */
  readonly words: string;
  /** The earliest first. */
  readonly open: readonly OpenScan[];
}

interface ScanDeskOptions {
  /** Throws what the bridge throws. */
  readonly ask: (code: string) => Promise<ScannedPart>;
  /** Puts a part into the lines, so many times. Answers what was done in words; null when it could not be. */
  readonly take: (found: FoundPart, times: number) => string | null;
  readonly sound: (kind: 'taken' | 'unknown') => void;
}

/**
 * What becomes of scans, one after the other, in the order in which they came. What can't be told is kept in a list to be
 * resolved later, and holds nothing up.
 */
export class ScanDesk {
  readonly #options: ScanDeskOptions;
  #news: ScanNews = { words: '', open: [] };
  #queue: Promise<void> = Promise.resolve();
  readonly #listeners = new Set<() => void>();

  constructor(options: ScanDeskOptions) {
    this.#options = options;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): ScanNews => this.#news;

  /** A code was scanned. Resolves once it was dealt with. */
  scan(code: string): Promise<void> {
    return this.#later(() => this.#look(code, 1));
  }

  /** Looks again for a code of the list. */
  retry(code: string): Promise<void> {
    return this.#later(async () => {
      const open = this.#find(code);
      if (open === undefined) return;
      this.remove(code);
      await this.#look(code, open.times);
    });
  }

  /** The person says which part a code of the list means. */
  choose(code: string, part: Part): Promise<void> {
    return this.#later(async () => {
      const open = this.#find(code);
      if (open === undefined) return;
      this.remove(code);
      const found = { kind: 'found', partCode: part.code, part, packQuantity: '1', pieces: '1' } as const;
      this.#take(code, found, open.times);
    });
  }

  remove(code: string): void {
    this.#set({ open: this.#news.open.filter((one) => one.code !== code) });
  }

  async #look(code: string, times: number): Promise<void> {
    try {
      const answer = await this.#options.ask(code);
      switch (answer.kind) {
        case 'found':
          return this.#take(code, answer, times);
        case 'several':
          return this.#keep(code, times, 'Several parts have this barcode. Choose one.', answer.parts);
        case 'unknown':
          return this.#keep(code, times, answer.problem ?? 'Neither PIMS nor the table of barcodes has it.');
      }
    } catch (error) {
      this.#keep(code, times, error instanceof Error ? error.message : String(error));
    }
  }

  #take(code: string, found: FoundPart, times: number): void {
    const words = this.#options.take(found, times);
    if (words === null) this.#keep(code, times, 'The draft could not be changed at this moment.');
    else {
      this.#options.sound('taken');
      this.#set({ words });
    }
  }

  #keep(code: string, times: number, problem: string, parts: readonly Part[] = []): void {
    const before = this.#find(code);
    const kept = { code, times: times + (before?.times ?? 0), problem, parts };
    const open =
      before === undefined
        ? [...this.#news.open, kept]
        : this.#news.open.map((one) => (one === before ? kept : one));
    this.#options.sound('unknown');
    this.#set({ open });
  }

  #find(code: string): OpenScan | undefined {
    return this.#news.open.find((one) => one.code === code);
  }

  #later(work: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(work);
    return this.#queue;
  }

  #set(change: Partial<ScanNews>): void {
    this.#news = { ...this.#news, ...change };
    for (const listener of this.#listeners) listener();
  }
}
