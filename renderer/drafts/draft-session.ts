import type { Draft, DraftEdit, DraftStanding, DraftState, Refusal } from '../../shared/drafts/draft.ts';
import type { DraftId } from '../../shared/ids.ts';
import { addStep, dropTyping, emptyHistory, endTyping, redoStep, undoStep } from '../ui/undo-history.ts';
import { type DraftHistory, joinTyping } from './draft-history.ts';
import { applyEdits, type DraftContent, isSameChanges } from './draft-model.ts';
import { type InPims, isOpenTo, isSameInPims } from './in-pims.ts';
import { LineProgress } from './line-progress.ts';
import { SaveQueue, type SaveState } from './save-queue.ts';

/** A draft as the screen shows it. A new object with every change. */
export interface DraftSnapshot {
  readonly content: DraftContent;
  readonly state: DraftState;
  /** What of it an earlier submission brought into PIMS: that can't be edited. */
  readonly inPims: InPims;
  /** Why PIMS refused a step of its latest submission; null unless it came back because of that. */
  readonly refusal: Refusal | null;
  readonly saving: SaveState;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

interface DraftSessionOptions {
  readonly save: (id: DraftId, edits: DraftEdit[]) => Promise<{ updatedAt: string }>;
  readonly canRetry: (error: Error) => boolean;
}

/**
 * One draft being worked on. What was typed lives here first and goes to the database from here; nothing that is
 * read later replaces it (design: No read ever replaces an unsent local edit).
 */
export class DraftSession {
  readonly id: DraftId;
  readonly connectionId: Draft['connectionId'];
  /** The order in PIMS that it is for; null for a new one. */
  readonly target: Draft['target'];
  /** The reference that the order will carry when the person gives none; empty when it needs none. */
  readonly ownReference: string;
  #history: DraftHistory = emptyHistory;
  #snapshot: DraftSnapshot;
  readonly #queue: SaveQueue;
  /** What of the lines is on its way to the disk, and what has arrived there. */
  readonly lineProgress = new LineProgress();
  readonly #typers = new Set<() => void>();
  #held = false;
  readonly #listeners = new Set<() => void>();

  constructor(draft: Draft, options: DraftSessionOptions) {
    this.id = draft.id;
    this.connectionId = draft.connectionId;
    this.target = draft.target;
    this.ownReference = draft.ownReference;
    this.#queue = new SaveQueue({
      send: (edits) => options.save(draft.id, edits),
      canRetry: options.canRetry,
      onChange: (saving) => {
        if (saving.kind === 'saved') this.lineProgress.saved();
        this.#set({ saving });
      },
    });
    this.#snapshot = {
      content: { header: draft.header, lines: draft.lines, changes: draft.changes },
      state: draft.state,
      inPims: draft.inPims,
      refusal: draft.refusal,
      saving: this.#queue.state,
      canUndo: false,
      canRedo: false,
    };
  }

  /** True when everything typed is on disk. */
  get isClean(): boolean {
    return this.#queue.isClean;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): DraftSnapshot => this.#snapshot;

  /** Makes edits as one step of undo; those of what is in PIMS are not made. `typing` names the input that is typed into: its letters become one step. */
  edit(edits: readonly DraftEdit[], typing: string | null = null): void {
    if (!this.#takesEdits) return;
    const made = edits.filter((edit) =>
      isOpenTo({ target: this.target, inPims: this.#snapshot.inPims }, edit),
    );
    const { content, inverse } = applyEdits(this.#snapshot.content, made);
    if (inverse.length === 0) return;
    this.#history = addStep(this.#history, { edits: made, inverse, typing }, joinTyping);
    this.#change(content, made);
  }

  /**
   * Registers where text is typed that is handed over with a delay. It is asked for it before anything is written, undone or
   * submitted. Answers how to end that.
   */
  addTyper(handOver: () => void): () => void {
    this.#typers.add(handOver);
    return () => this.#typers.delete(handOver);
  }

  /** Takes over what is being typed at this moment. */
  takeTyped(): void {
    for (const handOver of this.#typers) handOver();
  }

  /** The person does not want what they are typing: the input is as before, and nothing of it is left to be undone. */
  cancelTyping(): void {
    const dropped = dropTyping(this.#history);
    if (dropped === undefined || !this.#takesEdits) return;
    this.#history = dropped.history;
    this.#change(applyEdits(this.#snapshot.content, dropped.step.inverse).content, dropped.step.inverse);
  }

  /** The person left the input: what is typed next is a step of its own. Writes what waits. */
  endTyping(): void {
    this.#history = endTyping(this.#history);
    // A failure shows in the snapshot; the next try comes by itself.
    this.flush().catch(() => undefined);
  }

  /** Takes the latest step back. Answers the edits that this made; none when there was nothing to undo. */
  undo(): readonly DraftEdit[] {
    this.takeTyped();
    const undone = undoStep(this.#history);
    if (undone === undefined || !this.#takesEdits) return [];
    this.#history = undone.history;
    this.#change(applyEdits(this.#snapshot.content, undone.step.inverse).content, undone.step.inverse);
    return undone.step.inverse;
  }

  /** Does again what was taken back last. Answers the edits that this made. */
  redo(): readonly DraftEdit[] {
    this.takeTyped();
    const redone = redoStep(this.#history);
    if (redone === undefined || !this.#takesEdits) return [];
    this.#history = redone.history;
    this.#change(applyEdits(this.#snapshot.content, redone.step.edits).content, redone.step.edits);
    return redone.step.edits;
  }

  /** Writes what waits. Throws what the writing threw. */
  flush(): Promise<void> {
    this.takeTyped();
    return this.#queue.flush();
  }

  /** The draft was submitted. */
  setQueued(): void {
    this.#set({ state: 'queued' });
  }

  /**
   * Takes over where the draft stands: `open` again once it was handed back, with what has reached PIMS by then. That
   * can't be undone any more, and neither can what was typed before it. Changes that have arrived are gone from it, and
   * those that were decided in the outbox are as they were decided.
   */
  takeOver({ state, inPims, changes, refusal }: DraftStanding): void {
    const { content } = this.#snapshot;
    // While it was away nothing could be typed here: what the database has is all there is.
    const isBack = state === 'open' && this.#snapshot.state !== 'open';
    const isOther = isBack && !isSameChanges(changes, content.changes);
    if (isOther || !isSameInPims(inPims, this.#snapshot.inPims)) {
      this.#history = emptyHistory;
      const left = isOther ? { ...content, changes } : content;
      this.#set({ state, inPims, refusal, content: left, canUndo: false, canRedo: false });
    } else if (state !== this.#snapshot.state) {
      this.#set({ state, refusal });
    }
  }

  /**
   * Writes what waits, then runs `work` on a draft that stands still: what would be typed in between could belong to
   * neither side of a submission. Throws what either of them threw.
   */
  async standStill(work: () => Promise<void>): Promise<void> {
    this.takeTyped();
    this.#held = true;
    try {
      await this.flush();
      await work();
    } finally {
      this.#held = false;
    }
  }

  get #takesEdits(): boolean {
    return this.#snapshot.state === 'open' && !this.#held;
  }

  #change(content: DraftContent, edits: readonly DraftEdit[]): void {
    this.lineProgress.edited(edits);
    this.#set({ content, canUndo: this.#history.past.length > 0, canRedo: this.#history.future.length > 0 });
    this.#queue.add(edits);
  }

  #set(change: Partial<DraftSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}
