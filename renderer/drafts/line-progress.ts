import type { DraftEdit } from '../../shared/drafts/draft.ts';
import { assertNever } from '../../shared/errors.ts';

/** Where an edited cell stands: not on disk yet, or there. */
export type SavingState = 'saving' | 'saved';

/**
 * Remembers which cells of lines were edited since the draft was opened, and whether they are on disk. Lines of the draft are named
 * by their ids, those of the order by their numbers in PIMS.
 */
export class LineProgress {
  #saving = new Set<string>();
  #saved = new Set<string>();

  edited(edits: readonly DraftEdit[]): void {
    for (const edit of edits) {
      switch (edit.kind) {
        case 'set-line':
          this.#saving.add(keyOf(edit.lineId, edit.field));
          this.#saving.add(edit.lineId);
          break;
        case 'insert-line':
          for (const field of Object.keys(edit.fields)) this.#saving.add(keyOf(edit.lineId, field));
          this.#saving.add(edit.lineId);
          break;
        case 'change-line':
          this.#saving.add(keyOf(edit.lineNumber, edit.field));
          this.#saving.add(edit.lineNumber);
          break;
        case 'set-header':
        case 'delete-line':
          break;
        default:
          assertNever(edit);
      }
    }
  }

  /** Everything is on disk. */
  saved(): void {
    if (this.#saved.size === 0) this.#saved = this.#saving;
    else for (const key of this.#saving) this.#saved.add(key);
    this.#saving = new Set();
  }

  ofCell(line: string, field: string): SavingState | null {
    return this.#state(keyOf(line, field));
  }

  ofLine(line: string): SavingState | null {
    return this.#state(line);
  }

  #state(key: string): SavingState | null {
    if (this.#saving.has(key)) return 'saving';
    return this.#saved.has(key) ? 'saved' : null;
  }
}

function keyOf(line: string, field: string): string {
  return `${line} ${field}`;
}
