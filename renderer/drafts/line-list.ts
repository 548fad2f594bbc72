import type { DraftLine } from '../../shared/drafts/draft.ts';
import type { DraftLineId } from '../../shared/ids.ts';

interface Node {
  line: DraftLine;
  before: Node | null;
  after: Node | null;
}

/**
 * The lines of a draft while many edits are made of them: each finds its line, puts one in or takes one out in the same short
 * time, however long the draft is. In an array every one of 10,000 pasted rows would copy the other 9,999.
 */
export class LineList {
  readonly #byId = new Map<DraftLineId, Node>();
  #first: Node | null = null;
  #last: Node | null = null;

  constructor(lines: readonly DraftLine[]) {
    for (const line of lines) this.insertAfter(this.#last?.line.id ?? null, line);
  }

  get(id: DraftLineId): DraftLine | undefined {
    return this.#byId.get(id)?.line;
  }

  /** The line before a line; null for the first one, and when it is not there. */
  before(id: DraftLineId): DraftLineId | null {
    return this.#byId.get(id)?.before?.line.id ?? null;
  }

  /** Puts a line in the place of the one that has its id. */
  replace(line: DraftLine): void {
    const node = this.#byId.get(line.id);
    if (node !== undefined) node.line = line;
  }

  /** Puts a line behind another, null being the beginning. False when that one is not there, or the new one already is. */
  insertAfter(after: DraftLineId | null, line: DraftLine): boolean {
    const before = after === null ? null : this.#byId.get(after);
    if (before === undefined || this.#byId.has(line.id)) return false;
    const node: Node = { line, before, after: before === null ? this.#first : before.after };
    this.#byId.set(line.id, node);
    if (before === null) this.#first = node;
    else before.after = node;
    if (node.after === null) this.#last = node;
    else node.after.before = node;
    return true;
  }

  remove(id: DraftLineId): void {
    const node = this.#byId.get(id);
    if (node === undefined) return;
    this.#byId.delete(id);
    if (node.before === null) this.#first = node.after;
    else node.before.after = node.after;
    if (node.after === null) this.#last = node.before;
    else node.after.before = node.before;
  }

  toArray(): DraftLine[] {
    const lines: DraftLine[] = [];
    for (let node = this.#first; node !== null; node = node.after) lines.push(node.line);
    return lines;
  }
}
