import { assertNever } from '../../../shared/errors.ts';
import type { DraftLineId } from '../../../shared/ids.ts';
import type { Pack } from '../../../shared/parts/pack.ts';
import type { Part } from '../../../shared/parts/part.ts';
import { piecesOf, type ScannedPart } from '../../../shared/parts/scanned-part.ts';
import { readCommandCode, type ScanCommand } from '../../../shared/scanning/command-codes.ts';
import type { OpenScan } from '../../../shared/scanning/open-scan.ts';
import { readScanned } from '../../../shared/scanning/read-scanned.ts';
import type { FoundPart } from './scan-edits.ts';

export interface ScanNews {
  /** What the latest scan or command did; empty before the first. */
  readonly words: string;
  /** The earliest first. */
  readonly open: readonly OpenScan[];
  /** Why the list is not on disk as it stands; null when it is. */
  readonly unkept: string | null;
}

/** What a person says of a code. */
export interface CodeMeaning {
  /** A part's code, or anything that a scan of it may bring. */
  readonly part: string;
  /** How many pieces the code stands for, as `readQuantity` writes it. */
  readonly pieces: string;
  /** The table of barcodes takes it up. */
  readonly remember: boolean;
}

/** Where the codes that are still to be resolved are kept. Each throws what the bridge throws. */
interface OpenScanStore {
  readonly list: () => Promise<readonly OpenScan[]>;
  readonly keep: (scan: OpenScan) => Promise<unknown>;
  readonly drop: (code: string) => Promise<unknown>;
}

/** What a scan did. */
export interface ScanDone {
  readonly words: string;
  /** The line that it put in or raised. */
  readonly lineId: DraftLineId;
}

/** What a command did, or why it did nothing. */
export interface CommandDone {
  readonly words: string;
  readonly isDone: boolean;
}

interface ScanDeskOptions {
  /** Throws what the bridge throws. */
  readonly ask: (code: string) => Promise<ScannedPart>;
  /** Puts a part into the lines, so many times, and into a line of its own where that is asked for. Null when it could not be. */
  readonly take: (found: FoundPart, times: number, ownLine: boolean) => ScanDone | null;
  /** Carries a command out. The line is the one that was scanned last; null when the latest scan came to nothing. */
  readonly command: (
    command: Exclude<ScanCommand, { kind: 'next-line' }>,
    lineId: DraftLineId | null,
  ) => CommandDone;
  /** Takes a code up into the table of barcodes. Throws what the bridge throws. */
  readonly remember: (pack: Pack) => Promise<unknown>;
  readonly sound: (kind: 'taken' | 'unknown') => void;
  readonly store: OpenScanStore;
}

/**
 * What becomes of scans, one after the other, in the order in which they came. What can't be told is kept in a list to be
 * resolved later, on disk as well, and holds nothing up.
 */
export class ScanDesk {
  readonly #options: ScanDeskOptions;
  #news: ScanNews = { words: '', open: [], unkept: null };
  #queue: Promise<void>;
  #isOpen = true;
  /** The line that the latest scan touched. */
  #lineId: DraftLineId | null = null;
  /** The next scan is to begin a line of its own. */
  #beginsLine = false;
  readonly #listeners = new Set<() => void>();

  constructor(options: ScanDeskOptions) {
    this.#options = options;
    this.#queue = this.#load();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): ScanNews => this.#news;

  /** Resolves when nothing is under way. */
  get idle(): Promise<void> {
    return this.#queue;
  }

  /** The screen is there again. */
  open(): void {
    this.#isOpen = true;
  }

  /** The screen is left: its lines may be changed elsewhere from now on, so what is still under way is kept in the list. */
  close(): void {
    this.#isOpen = false;
  }

  /** A code was scanned. Resolves once it was dealt with. */
  scan(code: string): Promise<void> {
    return this.#later(() => this.#look(code));
  }

  /** Looks again for a code of the list. */
  retry(code: string): Promise<void> {
    return this.#later(() => this.#lookAgain(code));
  }

  /** The person says which of several parts a code of the list means. */
  choose(code: string, part: Part): Promise<void> {
    return this.#later(async () => {
      const pieces = piecesOf('1', readScanned(code).quantity);
      await this.#resolve(code, { kind: 'found', partCode: part.code, part, packQuantity: '1', pieces });
    });
  }

  /** The person says what a code of the list stands for. Answers why that can't be; null once it is done. */
  settle(code: string, { part, pieces, remember }: CodeMeaning): Promise<string | null> {
    return this.#later(async () => {
      try {
        const answer = await this.#options.ask(part);
        if (answer.kind === 'several') return 'Several parts have this barcode. Enter the code of the part.';
        if (answer.kind === 'unknown') return answer.problem ?? `PIMS has no part “${part}”.`;
        if (remember) {
          const barcode = readScanned(code).codes[0] ?? code;
          await this.#options.remember({ barcode, partCode: answer.partCode, quantity: pieces });
          await this.#lookAgain(code);
        } else {
          const inAll = piecesOf(pieces, readScanned(code).quantity);
          await this.#resolve(code, { ...answer, packQuantity: pieces, pieces: inAll });
        }
        return null;
      } catch (error) {
        return wordsOf(error);
      }
    });
  }

  /** Takes a code out of the list unresolved. */
  dismiss(code: string): Promise<void> {
    return this.#later(() => this.#drop(code));
  }

  /** Takes that back. What was scanned of it since counts too. */
  putBack(open: OpenScan): Promise<void> {
    return this.#later(() =>
      this.#keep({ ...open, times: open.times + (this.#find(open.code)?.times ?? 0) }),
    );
  }

  async #load(): Promise<void> {
    try {
      this.#set({ open: await this.#options.store.list() });
    } catch (error) {
      this.#set({ unkept: wordsOf(error) });
    }
  }

  async #look(code: string): Promise<void> {
    const command = readCommandCode(code);
    if (command !== null) return this.#obey(command);
    const answer = await this.#ask(code);
    const left = answer.kind === 'found' ? this.#take(answer, 1) : answer;
    if (left === null) return;
    // A quantity that is scanned next is meant for this one, and not for the line before.
    this.#lineId = null;
    this.#options.sound('unknown');
    await this.#keep({ code, times: 1 + (this.#find(code)?.times ?? 0), ...left });
  }

  async #lookAgain(code: string): Promise<void> {
    const answer = await this.#ask(code);
    if (answer.kind === 'found') return this.#resolve(code, answer);
    const open = this.#find(code);
    if (open === undefined) return;
    this.#options.sound('unknown');
    await this.#keep({ ...open, ...answer });
  }

  async #resolve(code: string, found: FoundPart): Promise<void> {
    const open = this.#find(code);
    if (open === undefined) return;
    const left = this.#take(found, open.times);
    // In the lines first: should this be the last that happens, the goods are there.
    await (left === null ? this.#drop(code) : this.#keep({ ...open, ...left }));
  }

  async #ask(code: string): Promise<FoundPart | ({ readonly kind: 'open' } & Kept)> {
    try {
      const answer = await this.#options.ask(code);
      switch (answer.kind) {
        case 'found':
          return answer;
        case 'several':
          return { kind: 'open', ...kept('Several parts have this barcode. Choose one.', answer.parts) };
        case 'unknown':
          return {
            kind: 'open',
            ...kept(answer.problem ?? 'Neither PIMS nor the table of barcodes has it.'),
          };
        default:
          return assertNever(answer);
      }
    } catch (error) {
      return { kind: 'open', ...kept(wordsOf(error)) };
    }
  }

  /** Null when the lines have it. */
  #take(found: FoundPart, times: number): Kept | null {
    if (!this.#isOpen) return kept('The draft was left before this was looked up.');
    const done = this.#options.take(found, times, this.#beginsLine);
    if (done === null) return kept('The draft could not be changed at this moment.');
    this.#lineId = done.lineId;
    this.#beginsLine = false;
    this.#options.sound('taken');
    this.#set({ words: done.words });
    return null;
  }

  #obey(command: ScanCommand): void {
    if (!this.#isOpen) return;
    if (command.kind === 'next-line') {
      this.#beginsLine = true;
      this.#say({ words: 'The next scan begins a line of its own.', isDone: true });
    } else {
      this.#say(this.#options.command(command, this.#lineId));
    }
  }

  #say({ words, isDone }: CommandDone): void {
    this.#options.sound(isDone ? 'taken' : 'unknown');
    this.#set({ words });
  }

  /** Puts it into the list, in the place of the one of its code. */
  async #keep({ code, times, problem, parts }: OpenScan): Promise<void> {
    const scan = { code, times, problem, parts };
    const { open } = this.#news;
    const isThere = open.some((one) => one.code === code);
    this.#set({ open: isThere ? open.map((one) => (one.code === code ? scan : one)) : [...open, scan] });
    await this.#store(() => this.#options.store.keep(scan));
  }

  async #drop(code: string): Promise<void> {
    this.#set({ open: this.#news.open.filter((one) => one.code !== code) });
    await this.#store(() => this.#options.store.drop(code));
  }

  async #store(write: () => Promise<unknown>): Promise<void> {
    try {
      await write();
      if (this.#news.unkept !== null) this.#set({ unkept: null });
    } catch (error) {
      this.#set({ unkept: wordsOf(error) });
    }
  }

  #find(code: string): OpenScan | undefined {
    return this.#news.open.find((one) => one.code === code);
  }

  #later<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    // Whoever asked for it hears of a failure; what comes next goes on.
    this.#queue = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  #set(change: Partial<ScanNews>): void {
    this.#news = { ...this.#news, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** Why a code stays in the list. */
type Kept = Pick<OpenScan, 'problem' | 'parts'>;

function kept(problem: string, parts: readonly Part[] = []): Kept {
  return { problem: problem.slice(0, 1_000), parts: parts.slice(0, 200) };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
