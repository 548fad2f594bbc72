import type { DraftEdit } from '../../shared/drafts/draft.ts';
import { mergeTyping } from './draft-history.ts';

/** Where the saving of a draft stands. `at` is an ISO time, null before the first save. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: Error; readonly retries: boolean };

interface SaveQueueOptions {
  /** Writes edits, all or none; answers when they are on disk. */
  readonly send: (edits: DraftEdit[]) => Promise<{ updatedAt: string }>;
  /** False for failures that trying again can't mend, such as a draft that is queued already. */
  readonly canRetry: (error: Error) => boolean;
  readonly onChange: (state: SaveState) => void;
}

/** So long edits are gathered before they are written; well below the second that is promised. */
const GATHER_MS = 300;
const RETRY_MS = [1_000, 2_000, 5_000, 10_000] as const;
/** Edits in one call, which writes all or none of them: as many as the contract takes, so that few pastes are torn apart. */
const MOST_EDITS = 20_000;

/** Writes the edits of one draft: gathered, in order, one call at a time, again and again until it works. */
export class SaveQueue {
  #waiting: DraftEdit[] = [];
  #sending: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #failures = 0;
  #state: SaveState = { kind: 'saved', at: null };

  constructor(readonly options: SaveQueueOptions) {}

  get state(): SaveState {
    return this.#state;
  }

  /** True when everything is on disk. */
  get isClean(): boolean {
    return this.#waiting.length === 0 && this.#state.kind === 'saved';
  }

  /** Takes edits; they are on disk when `state` is `saved` again, or when `flush` has answered. */
  add(edits: readonly DraftEdit[]): void {
    this.#waiting = mergeTyping(this.#waiting, edits);
    if (this.#state.kind === 'failed') return;
    this.#setState({ kind: 'saving' });
    if (this.#sending === null) this.#wake(GATHER_MS);
  }

  /** Writes at once what waits. Throws what the writing threw; trying again goes on by itself all the same. */
  async flush(): Promise<void> {
    while (this.#waiting.length > 0 || this.#sending !== null) await this.#send();
  }

  #wake(ms: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      // A failure is in `state`, and the next try has been arranged.
      this.flush().catch(() => undefined);
    }, ms);
  }

  #send(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#sending ??= this.#sendOnce().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  async #sendOnce(): Promise<void> {
    const batch = this.#waiting.slice(0, MOST_EDITS);
    const rest = this.#waiting.slice(MOST_EDITS);
    this.#waiting = rest;
    this.#setState({ kind: 'saving' });
    try {
      const { updatedAt } = await this.options.send(batch);
      this.#failures = 0;
      if (this.#waiting.length === 0) this.#setState({ kind: 'saved', at: updatedAt });
      else this.#wake(GATHER_MS);
    } catch (cause) {
      const error = cause instanceof Error ? cause : new Error(String(cause));
      this.#waiting = [...batch, ...this.#waiting];
      const retries = this.options.canRetry(error);
      this.#setState({ kind: 'failed', error, retries });
      if (retries) this.#wake(RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)] ?? GATHER_MS);
      this.#failures += 1;
      throw error;
    }
  }

  #setState(state: SaveState): void {
    if (state.kind === this.#state.kind && state.kind === 'saving') return;
    this.#state = state;
    this.options.onChange(state);
  }
}
