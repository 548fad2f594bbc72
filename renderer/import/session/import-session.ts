import { proxy, type Remote, wrap } from 'comlink';
import { type DraftId, importIdSchema } from '../../../shared/ids.ts';
import type { DuplicatePolicy, PimsAnswers } from '../../../shared/import/check/check-row.ts';
import type { QuestionPlan } from '../../../shared/import/check/plan-questions.ts';
import type { RowRule, RuleEdit } from '../../../shared/import/check/row-rules.ts';
import type {
  CellReading,
  ImportMapping,
  SavedMapping,
} from '../../../shared/import/columns/import-mapping.ts';
import type { ReadingQuestion } from '../../../shared/import/columns/propose-mapping.ts';
import type { ReturnedFile } from '../../../shared/import/create/returned-rows.ts';
import type { FieldName, ImportField } from '../../../shared/import/fields/import-fields.ts';
import type { FileReading } from '../../../shared/import/file/file-reading.ts';
import type { ImportRecord } from '../../../shared/import/import-record.ts';
import type { PriceList } from '../../../shared/usage/pricing.ts';
import { callDesk } from '../../bridge/call.ts';
import { addStep, dropTyping, emptyHistory, endTyping, redoStep, undoStep } from '../../ui/undo-history.ts';
import type { ChangedRows, FileWorker, OpenChoice, Opening, Reading, RowChange } from './file-worker.ts';
import {
  type Busy,
  type ImportSnapshot,
  type ImportStep,
  nothingOpened,
  type QuestionCounts,
  type RowCheck,
  type ShownRow,
} from './import-snapshot.ts';
import { withColumn, withoutColumn, withoutField } from './mapping-edits.ts';
import { unpackRows } from './packed-rows.ts';
import { inverseOfChange, joinTyping, type RowHistory } from './row-history.ts';
import { problemsFirst } from './shown-order.ts';

/** Rows that are handed over at once: few enough that the thread that draws does not notice. */
const ROWS_AT_ONCE = 1_000;

/**
 * One import being worked on. It outlives its screen, so that a person can look something up in between. The file is read,
 * mapped and checked off this thread.
 */
export class ImportSession {
  #snapshot = nothingOpened;
  #progress: number | null = null;
  #file: Blob | null = null;
  #choice: OpenChoice = {};
  #history: RowHistory = emptyHistory;
  #worker: { readonly thread: Worker; readonly remote: Remote<FileWorker> } | null = null;
  /** Which long job is the latest: what an older one answers is not wanted any more. */
  #turn = 0;
  /** How many changes of rows were sent to be checked; by row, the latest that touched it. */
  #changes = 0;
  #touched = new Map<number, number>();
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): ImportSnapshot => this.#snapshot;

  /** How far it is what takes its time: of 1, or null where that is not known. */
  readonly progress = (): number | null => this.#progress;

  /** What the lines go into: an open draft, or null for new ones. */
  setInto(into: DraftId | null): void {
    if (into !== this.#snapshot.into) this.#set({ into });
  }

  goTo(step: ImportStep): void {
    this.#set({ step });
  }

  /** Begins anew with a file. */
  async open(file: Blob, name: string): Promise<void> {
    this.#file = file;
    this.#choice = {};
    this.#set({ ...nothingOpened, into: this.#snapshot.into, name });
    await this.#detect();
  }

  /** Reads the beginning once more, with another encoding, delimiter or sheet; the heading is looked for again. */
  async choose(choice: OpenChoice): Promise<void> {
    this.#choice = { ...this.#choice, ...choice };
    await this.#detect();
  }

  /** Where the heading is, and whether totals are left out. */
  changeReading(change: Partial<Pick<FileReading, 'headingLine' | 'firstLine' | 'leaveOutTotals'>>): void {
    const { reading } = this.#snapshot;
    if (reading === null) return;
    this.#set({
      reading: { ...reading, ...change },
      table: null,
      columns: null,
      check: null,
      creation: null,
      refusal: null,
    });
  }

  /** Reads the whole file. True when it was read; false when it was refused, stopped, or another one was opened. */
  async read(): Promise<boolean> {
    const { reading, table } = this.#snapshot;
    if (reading === null) return false;
    if (table !== null) return true;
    const turn = this.#begin('reading', 0);
    const size = this.#file?.size ?? 0;
    const tell = ({ bytes }: { readonly bytes: number }): void => {
      if (turn === this.#turn) this.#tell(size === 0 ? null : bytes / size);
    };
    const answer = await this.#ended<Reading>(turn, this.#remote().read(reading, proxy(tell)));
    if (turn !== this.#turn) return false;
    if (answer.ok) this.#set({ table: answer.table, columns: null, check: null, creation: null, busy: null });
    else this.#set({ refusal: answer.refusal, busy: null });
    return answer.ok;
  }

  /** Plans what becomes of the columns, unless it is planned: as a saved mapping says, or as the file itself tells. */
  async plan(
    fields: readonly ImportField[],
    saved: SavedMapping | null,
    from: string,
    knownParts: readonly string[] = [],
  ): Promise<void> {
    const turn = this.#begin('matching', null);
    const columns = await this.#ended(turn, this.#remote().plan([...fields], saved, from, [...knownParts]));
    if (turn === this.#turn) this.#set({ columns, check: null, creation: null, busy: null });
  }

  changeMapping(change: (mapping: ImportMapping) => ImportMapping): void {
    const { columns } = this.#snapshot;
    if (columns === null) return;
    const mapping = change(columns.mapping);
    const questions = columns.questions.filter((question) => isMapped(mapping, question));
    this.#set({ columns: { ...columns, mapping, questions }, check: null, creation: null });
  }

  /**
   * Puts a column into a field, or nowhere, and finds out how it is read there. Columns that the field had before are not
   * imported then, unless this one `joins` them.
   */
  async mapColumn(
    column: number,
    field: ImportField | null,
    { joins }: { readonly joins: boolean },
  ): Promise<void> {
    if (field === null) return this.changeMapping((mapping) => withoutColumn(mapping, column));
    const { cell, question } = await this.#remote().infer(field, column);
    this.changeMapping((mapping) => {
      const free = withoutColumn(mapping, column);
      return withColumn(joins ? free : withoutField(free, field), column, field, cell);
    });
    if (question !== null && !joins) this.#ask(question);
  }

  /** The person has said how a column is read. */
  answerReading({ table, field }: FieldName, cell: CellReading): void {
    this.changeMapping((mapping) => ({
      ...mapping,
      fields: mapping.fields.map((one) =>
        one.table === table && one.field === field ? { ...one, cell } : one,
      ),
    }));
    const { columns } = this.#snapshot;
    if (columns === null) return;
    const questions = columns.questions.filter((one) => one.table !== table || one.field !== field);
    this.#set({ columns: { ...columns, questions } });
  }

  /** Maps and checks all rows, unless that was done. False when it was stopped. */
  async check(knownParts: readonly string[], duplicates: DuplicatePolicy): Promise<boolean> {
    const { columns, check } = this.#snapshot;
    if (columns === null) return false;
    if (check !== null) return true;
    const turn = this.#begin('checking', null);
    const remote = this.#remote();
    const counts = await this.#ended(turn, remote.check(columns.mapping, duplicates, [...knownParts]));
    if (turn !== this.#turn) return false;
    const rows: ShownRow[] = [];
    let coming = remote.rows(0, ROWS_AT_ONCE);
    while (rows.length < counts.rows) {
      const come = await this.#ended(turn, coming);
      if (turn !== this.#turn) return false;
      // The worker makes the next ones ready while this thread takes these.
      coming = remote.rows(rows.length + come.lines.length, ROWS_AT_ONCE);
      rows.push(...unpackRows(come));
      this.#tell(rows.length / counts.rows);
    }
    this.#history = emptyHistory;
    this.#touched = new Map();
    const order = problemsFirst(rows);
    this.#set({ check: { rows, order, counts, duplicates, canUndo: false, canRedo: false }, busy: null });
    return true;
  }

  /** Changes rows as one step of undo. `typing` names the cell that is typed into: its letters become one step. */
  edit(change: RowChange, typing: string | null = null): void {
    const { check } = this.#snapshot;
    if (check === null) return;
    const inverse = inverseOfChange(check.rows, change);
    this.#history = addStep(this.#history, { change, inverse, typing }, joinTyping);
    this.#apply(change);
  }

  endTyping(): void {
    this.#history = endTyping(this.#history);
  }

  cancelTyping(): void {
    const dropped = dropTyping(this.#history);
    if (dropped !== undefined) this.#step(dropped.history, dropped.step.inverse);
  }

  undo(): void {
    const undone = undoStep(this.#history);
    if (undone !== undefined) this.#step(undone.history, undone.step.inverse);
  }

  redo(): void {
    const redone = redoStep(this.#history);
    if (redone !== undefined) this.#step(redone.history, redone.step.change);
  }

  /** Shows problems first once more, by how the rows stand now. */
  sortAgain(): void {
    const { check } = this.#snapshot;
    if (check !== null) this.#set({ check: { ...check, order: problemsFirst(check.rows) } });
  }

  async setDuplicates(duplicates: DuplicatePolicy): Promise<void> {
    this.#setCheck({ duplicates });
    this.#takeOver(await this.#remote().setDuplicates(duplicates), this.#changes);
  }

  rule(rule: RowRule, ids: readonly number[]): Promise<RuleEdit[]> {
    return this.#remote().rule(rule, [...ids]);
  }

  questions(): Promise<QuestionPlan> {
    return this.#remote().questions();
  }

  questionCounts(): Promise<QuestionCounts> {
    return this.#remote().questionCounts();
  }

  async answer(answers: PimsAnswers): Promise<void> {
    this.#takeOver(await this.#remote().answer(answers), this.#changes);
  }

  /** Works out what importing the rows as they stand will do. */
  async planCreation(requestsThisMonth: number, prices: PriceList): Promise<void> {
    const target = this.#snapshot.into === null ? 'new-drafts' : 'draft';
    const creation = await this.#remote().planCreation(target, requestsThisMonth, prices);
    this.#set({ creation, created: null });
  }

  /** Hands what is planned over, piece by piece, and has it created. Undefined when it was stopped. Throws what the calls threw. */
  async create(): Promise<ImportRecord | undefined> {
    const { creation, table, name, into } = this.#snapshot;
    if (creation === null || table === null) return undefined;
    const turn = this.#begin('creating', 0);
    const id = importIdSchema.parse(crypto.randomUUID());
    try {
      for (let line = 0; line < creation.lines && turn === this.#turn; ) {
        const pieces = await this.#remote().pieces(line, ROWS_AT_ONCE);
        await callDesk('imports.stage', { id, pieces });
        line += pieces.reduce((sum, piece) => sum + piece.lines.length, 0);
        if (turn === this.#turn) this.#tell(line / creation.lines);
      }
      if (turn !== this.#turn) {
        await callDesk('imports.discard', { id });
        return undefined;
      }
      const source = { name, contentHash: table.contentHash, rows: { ...creation.rows } };
      const target =
        into === null ? ({ kind: 'new-drafts' } as const) : ({ kind: 'draft', id: into } as const);
      const created = await callDesk('imports.create', { id, source, target });
      this.#set({ created });
      return created;
    } finally {
      if (turn === this.#turn) this.#set({ busy: null });
    }
  }

  returned(): Promise<ReturnedFile> {
    return this.#remote().returned();
  }

  /**
   * Shows something that takes its time and is done elsewhere. The job says how far it is, of 1, before each piece, and is told
   * whether it still goes on.
   */
  async during<T>(what: Busy, job: (goesOn: (done: number) => boolean) => Promise<T>): Promise<T> {
    const turn = this.#begin(what, 0);
    const goesOn = (done: number): boolean => {
      if (turn !== this.#turn) return false;
      this.#tell(done);
      return true;
    };
    try {
      return await job(goesOn);
    } finally {
      if (turn === this.#turn) this.#set({ busy: null });
    }
  }

  /** Stops what takes its time. What was there before stays. */
  cancel(): void {
    this.#turn += 1;
    this.#set({ busy: null });
    void this.#worker?.remote.cancel();
  }

  /** Lets go of the file. */
  forget(): void {
    this.#turn += 1;
    this.#file = null;
    this.#worker?.thread.terminate();
    this.#worker = null;
    this.#history = emptyHistory;
    this.#set({ ...nothingOpened, into: this.#snapshot.into });
  }

  async #detect(): Promise<void> {
    if (this.#file === null) return;
    const turn = this.#begin('opening', null);
    const answer = await this.#ended<Opening>(turn, this.#remote().open(this.#file, this.#choice));
    if (turn !== this.#turn) return;
    const anew = { table: null, columns: null, check: null, creation: null, busy: null };
    if (answer.ok) this.#set({ ...anew, opened: answer.file, reading: answer.file.reading });
    else this.#set({ ...anew, opened: null, reading: null, refusal: answer.refusal });
  }

  #ask(question: ReadingQuestion): void {
    const { columns } = this.#snapshot;
    if (columns !== null) this.#set({ columns: { ...columns, questions: [...columns.questions, question] } });
  }

  #step(history: RowHistory, change: RowChange): void {
    this.#history = history;
    this.#apply(change);
  }

  /** Shows what is typed at once; what is the matter with it comes from the worker. */
  #apply(change: RowChange): void {
    const { check } = this.#snapshot;
    if (check === null) return;
    this.#changes += 1;
    const turn = this.#changes;
    for (const id of idsOf(change)) this.#touched.set(id, turn);
    this.#setCheck({ rows: withChange(check.rows, change) });
    void this.#remote()
      .change(change)
      .then((changed) => this.#takeOver(changed, turn));
  }

  /** Rows that were changed once more meanwhile are left as they are: their own answer comes. */
  #takeOver({ rows: changed, counts }: ChangedRows, turn: number): void {
    const { check } = this.#snapshot;
    if (check === null) return;
    const rows = [...check.rows];
    for (const row of changed) if ((this.#touched.get(row.id) ?? 0) <= turn) rows[row.id] = row;
    this.#setCheck({ rows, counts });
  }

  #setCheck(change: Partial<RowCheck>): void {
    const { check } = this.#snapshot;
    if (check === null) return;
    const canUndo = this.#history.past.length > 0;
    const canRedo = this.#history.future.length > 0;
    this.#set({ check: { ...check, ...change, canUndo, canRedo }, creation: null });
  }

  #begin(busy: Busy, done: number | null): number {
    this.#turn += 1;
    this.#progress = done;
    this.#set({ busy, refusal: null });
    return this.#turn;
  }

  /** What a long job answers; where it fails, nothing goes on taking its time. */
  async #ended<T>(turn: number, job: Promise<T>): Promise<T> {
    try {
      return await job;
    } catch (cause) {
      if (turn === this.#turn) this.#set({ busy: null });
      throw cause;
    }
  }

  #remote(): Remote<FileWorker> {
    if (this.#worker === null) {
      const thread = new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module' });
      this.#worker = { thread, remote: wrap<FileWorker>(thread) };
    }
    return this.#worker.remote;
  }

  #tell(done: number | null): void {
    this.#progress = done;
    for (const listener of this.#listeners) listener();
  }

  #set(change: Partial<ImportSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function idsOf(change: RowChange): readonly number[] {
  return change.kind === 'set' ? change.edits.map(({ id }) => id) : change.ids;
}

/** Rows that are left out or accepted are shown so when the worker has answered. */
function withChange(rows: readonly ShownRow[], change: RowChange): readonly ShownRow[] {
  if (change.kind !== 'set') return rows;
  const next = [...rows];
  for (const { id, table, field, value } of change.edits) {
    const row = next[id];
    if (row === undefined) continue;
    next[id] =
      table === 'ORDERS'
        ? { ...row, order: { ...row.order, [field]: value } }
        : { ...row, fields: { ...row.fields, [field]: value } };
  }
  return next;
}

function isMapped({ fields }: ImportMapping, { table, field }: FieldName): boolean {
  return fields.some((one) => one.table === table && one.field === field);
}
