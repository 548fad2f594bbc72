import { expose } from 'comlink';
import type { DuplicatePolicy, PimsAnswers } from '../../../shared/import/check/check-row.ts';
import { type CheckedRow, isReady, type RowEdit } from '../../../shared/import/check/checked-row.ts';
import {
  type CheckCounts,
  checkImport,
  type ImportCheck,
} from '../../../shared/import/check/import-check.ts';
import { indexParts } from '../../../shared/import/check/part-index.ts';
import { planQuestions, type QuestionPlan } from '../../../shared/import/check/plan-questions.ts';
import { editsOfRule, type RowRule, type RuleEdit } from '../../../shared/import/check/row-rules.ts';
import { fitMapping } from '../../../shared/import/columns/fit-mapping.ts';
import type { ImportMapping, SavedMapping } from '../../../shared/import/columns/import-mapping.ts';
import { matchColumns } from '../../../shared/import/columns/match-columns.ts';
import {
  inferCell,
  proposeGrouping,
  proposeMapping,
} from '../../../shared/import/columns/propose-mapping.ts';
import { contentHash } from '../../../shared/import/create/content-hash.ts';
import { type ImportPlan, planImport } from '../../../shared/import/create/plan-import.ts';
import { type ReturnedFile, returnedRows } from '../../../shared/import/create/returned-rows.ts';
import type { ImportField } from '../../../shared/import/fields/import-fields.ts';
import { detectFile, HEAD_BYTES, type ReadingChoice } from '../../../shared/import/file/detect-reading.ts';
import type { FileRefusal } from '../../../shared/import/file/file-finding.ts';
import type { FileReading } from '../../../shared/import/file/file-reading.ts';
import {
  type FileTable,
  type ReadProgress,
  readTextTable,
  type TableAnswer,
} from '../../../shared/import/file/read-table.ts';
import { refuseSize } from '../../../shared/import/file/recognise-file.ts';
import type { DraftPiece, ImportTarget } from '../../../shared/import/import-record.ts';
import { partKey } from '../../../shared/parts/part.ts';
import type { PriceList } from '../../../shared/usage/pricing.ts';
import type {
  ColumnPlan,
  CreationPlan,
  OpenedFile,
  QuestionCounts,
  ReadTable,
  ShownRow,
} from './import-snapshot.ts';
import { type PackedRows, packRows } from './packed-rows.ts';

/*
 * Reads, maps and checks files off the thread that draws. It holds the bytes and the rows; what it answers is as much as a
 * screen shows.
 */

export type Opening =
  | { readonly ok: true; readonly file: OpenedFile }
  | { readonly ok: false; readonly refusal: FileRefusal };

/** `refusal` is null when the reading was stopped. */
export type Reading =
  | { readonly ok: true; readonly table: ReadTable }
  | { readonly ok: false; readonly refusal: FileRefusal | null };

/** So many drafts are shown one by one. */
const DRAFTS_SHOWN = 500;

/** What is set by hand; all else is found out. */
export interface OpenChoice extends ReadingChoice {
  readonly sheet?: string;
}

/** A change of the rows, one step of undo. */
export type RowChange =
  | { readonly kind: 'set'; readonly edits: readonly RowEdit[] }
  | { readonly kind: 'leave-out'; readonly ids: readonly number[]; readonly isLeftOut: boolean }
  | {
      readonly kind: 'accept';
      readonly ids: readonly number[];
      readonly problem: 'ragged' | 'quotes';
      readonly isAccepted: boolean;
    };

/** The rows that came out otherwise, and how all of them stand. */
export interface ChangedRows {
  readonly rows: readonly ShownRow[];
  readonly counts: CheckCounts;
}

/** One file at a time: opening another one forgets the first. */
export class FileWorker {
  #file: Blob = new Blob();
  #table: FileTable | null = null;
  #check: ImportCheck | null = null;
  #mapping: ImportMapping = { fields: [], groupBy: [] };
  #duplicates: DuplicatePolicy = 'mark';
  #plan: ImportPlan | null = null;
  #answers: PimsAnswers = { parts: new Map(), customers: new Map() };
  #underWay: AbortController | null = null;

  /** Recognises a file by its first bytes, and shows how it would be read. */
  async open(file: Blob, choice: OpenChoice = {}): Promise<Opening> {
    this.cancel();
    this.#file = file;
    this.#table = null;
    this.#check = null;
    const tooLarge = refuseSize(file.size);
    if (tooLarge !== null) return { ok: false, refusal: tooLarge };
    try {
      const head = await bytesOf(file.slice(0, HEAD_BYTES));
      const found = detectFile(head, file.size <= HEAD_BYTES, choice);
      if (!found.ok) return found;
      if (found.kind === 'workbook') return await openSheet(await bytesOf(file), choice.sheet);
      return { ok: true, file: { sheets: [], ...found.detected } };
    } catch (cause) {
      return { ok: false, refusal: refusalOf(cause) };
    }
  }

  /** Reads the whole file. `onProgress` is told of text files alone: a workbook is read at one stroke. */
  async read(reading: FileReading, onProgress: (progress: ReadProgress) => void): Promise<Reading> {
    this.cancel();
    const underWay = new AbortController();
    this.#underWay = underWay;
    try {
      // Hashed beside the reading, by a thread of the browser.
      const [answer, hash] = await Promise.all([
        this.#readTable(reading, underWay.signal, onProgress),
        bytesOf(this.#file).then(contentHash),
      ]);
      if (!answer.ok) return answer;
      this.#table = answer.table;
      this.#check = null;
      const { rows, headings, titles, totals, blank, findings } = answer.table;
      return {
        ok: true,
        table: { headings, rowCount: rows.length, titles, totals, blank, findings, contentHash: hash },
      };
    } catch (cause) {
      return { ok: false, refusal: underWay.signal.aborted ? null : refusalOf(cause) };
    }
  }

  /** Stops what is being read. */
  cancel(): void {
    this.#underWay?.abort();
    this.#underWay = null;
  }

  /** What becomes of the columns: as it was done before with such a file, or else as their headings and values tell. */
  plan(
    fields: readonly ImportField[],
    saved: SavedMapping | null,
    from: string,
    knownParts: readonly string[],
  ): ColumnPlan {
    const table = this.#read();
    const matches = matchColumns(table, fields, new Set(knownParts.map(partKey)));
    if (saved !== null) {
      const { mapping, missing } = fitMapping(saved, table.headings);
      return { matches, mapping, questions: [], from, missing };
    }
    const { mapping, questions } = proposeMapping(table, matches, fields);
    const groupBy = proposeGrouping(table, mapping) ?? [];
    return { matches, mapping: { ...mapping, groupBy }, questions, from, missing: [] };
  }

  /** How a column is read for a field. */
  infer(field: ImportField, column: number): ReturnType<typeof inferCell> {
    return inferCell(this.#read(), field, column);
  }

  /** Maps and checks all rows. `knownParts` are the codes of parts that PIMS has shown before. */
  check(mapping: ImportMapping, duplicates: DuplicatePolicy, knownParts: readonly string[]): CheckCounts {
    const check = checkImport(this.#read(), mapping, {
      duplicates,
      answers: this.#answers,
      partIndex: indexParts(knownParts),
    });
    this.#check = check;
    this.#mapping = mapping;
    this.#duplicates = duplicates;
    return check.counts();
  }

  /** Checked rows, by their places: so many that handing them over takes no noticeable time. */
  rows(from: number, count: number): PackedRows {
    return packRows(this.#checked().rows.slice(from, from + count), from);
  }

  change(change: RowChange): ChangedRows {
    const check = this.#checked();
    return this.#changed(changeRows(check, change));
  }

  setDuplicates(policy: DuplicatePolicy): ChangedRows {
    this.#duplicates = policy;
    return this.#changed(this.#checked().setDuplicates(policy));
  }

  /** What a rule would change in these rows. */
  rule(rule: RowRule, ids: readonly number[]): RuleEdit[] {
    const { rows } = this.#checked();
    return editsOfRule(
      rule,
      ids.flatMap((id) => rows[id] ?? []),
    );
  }

  /** What PIMS would be asked about the rows. */
  questions(): QuestionPlan {
    return planQuestions(this.#checked().rows, this.#answers);
  }

  /** How much that would be: told after every change, while the codes themselves are many. */
  questionCounts(): QuestionCounts {
    const { parts, customers, requests } = this.questions();
    return { parts: parts.flat().length, customers: customers.flat().length, requests };
  }

  /** Takes over what PIMS has said. */
  answer(answers: PimsAnswers): ChangedRows {
    this.#answers = {
      parts: new Map([...this.#answers.parts, ...answers.parts]),
      customers: new Map([...this.#answers.customers, ...answers.customers]),
    };
    return this.#changed(this.#checked().answer(answers));
  }

  /** What importing the rows as they stand will do. */
  planCreation(target: ImportTarget['kind'], requestsThisMonth: number, prices: PriceList): CreationPlan {
    const { rows } = this.#checked();
    const totals = this.#read().totals.length;
    const duplicates = this.#duplicates;
    const plan = planImport(rows, { target, duplicates, totals, requestsThisMonth, prices });
    this.#plan = plan;
    const { drafts, lines, rows: account, requests, cost } = plan;
    return {
      drafts: drafts
        .slice(0, DRAFTS_SHOWN)
        .map(({ name, header, lines: own, disagreements, returnLines }) => ({
          name,
          header,
          lines: own.length,
          disagreements,
          returnLines,
        })),
      draftCount: drafts.length,
      lines,
      rows: account,
      requests,
      cost,
    };
  }

  /** What is planned, in pieces of so many lines at most, from a line on that is counted over all drafts. */
  pieces(fromLine: number, most: number): DraftPiece[] {
    const pieces: DraftPiece[] = [];
    let passed = 0;
    let room = most;
    for (const [ordinal, { header, lines }] of (this.#plan?.drafts ?? []).entries()) {
      if (room <= 0) break;
      const begin = Math.max(0, fromLine - passed);
      const part = begin >= lines.length ? [] : lines.slice(begin, begin + room);
      if (part.length > 0) pieces.push({ ordinal, header, lines: [...part] });
      room -= part.length;
      passed += lines.length;
    }
    return pieces;
  }

  /** The rows that are not imported, as a file like the one that came. */
  returned(): ReturnedFile {
    const rows = this.#checked().rows.filter((row) => !isReady(row));
    return returnedRows(this.#read(), this.#mapping, rows);
  }

  #changed(rows: readonly CheckedRow[]): ChangedRows {
    return { rows: rows.map(shown), counts: this.#checked().counts() };
  }

  #read(): FileTable {
    if (this.#table === null) throw new Error('The file has not been read.');
    return this.#table;
  }

  #checked(): ImportCheck {
    if (this.#check === null) throw new Error('The rows have not been checked.');
    return this.#check;
  }

  async #readTable(
    reading: FileReading,
    signal: AbortSignal,
    onProgress: (progress: ReadProgress) => void,
  ): Promise<TableAnswer> {
    const { source } = reading;
    switch (source.kind) {
      case 'text':
        return readTextTable(piecesOf(this.#file), { ...reading, source }, { signal, onProgress });
      case 'workbook':
        return (await workbookReader()).readSheetTable(await bytesOf(this.#file), { ...reading, source });
    }
  }
}

function changeRows(check: ImportCheck, change: RowChange): CheckedRow[] {
  switch (change.kind) {
    case 'set':
      return check.edit(change.edits);
    case 'leave-out':
      return check.leaveOut(change.ids, change.isLeftOut);
    case 'accept':
      return check.accept(change.ids, change.problem, change.isAccepted);
  }
}

function shown({ cells: _cells, ...row }: CheckedRow): ShownRow {
  return row;
}

/** More than half of the worker’s code: a text file does not wait for it. */
function workbookReader() {
  return import('../../../shared/import/file/read-workbook.ts');
}

async function openSheet(bytes: Uint8Array, wanted: string | undefined): Promise<Opening> {
  const { openWorkbook, detectSheet } = await workbookReader();
  const workbook = openWorkbook(bytes);
  if (!workbook.ok) return workbook;
  const sheet = wanted ?? workbook.sheets[0];
  if (sheet === undefined)
    return { ok: false, refusal: { code: 'no-rows', message: 'The workbook has no sheets.' } };
  const detected = detectSheet(bytes, sheet);
  if (!detected.ok) return detected;
  const { reading, preview } = detected;
  return { ok: true, file: { sheets: workbook.sheets, reading, isEncodingSure: true, preview } };
}

/** The file itself may be gone by now, changed, or locked by the program that has it open. Anything else is thrown on. */
function refusalOf(cause: unknown): FileRefusal {
  if (!(cause instanceof DOMException)) throw cause;
  return {
    code: 'unreadable',
    message:
      'The file could not be read. It may have been changed, moved or deleted, or another program has it open. Choose it again.',
  };
}

async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    await reader.cancel();
  }
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer());
}

expose(new FileWorker());
