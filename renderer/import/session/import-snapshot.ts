import type { DraftId } from '../../../shared/ids.ts';
import type { DuplicatePolicy } from '../../../shared/import/check/check-row.ts';
import type { CheckedRow } from '../../../shared/import/check/checked-row.ts';
import type { Disagreement } from '../../../shared/import/check/group-rows.ts';
import type { CheckCounts } from '../../../shared/import/check/import-check.ts';
import type { ImportMapping } from '../../../shared/import/columns/import-mapping.ts';
import type { ColumnMatch } from '../../../shared/import/columns/match-columns.ts';
import type { ReadingQuestion } from '../../../shared/import/columns/propose-mapping.ts';
import type { ImportPlan } from '../../../shared/import/create/plan-import.ts';
import type { FileFinding, FileRefusal } from '../../../shared/import/file/file-finding.ts';
import type { FileReading, FileRow } from '../../../shared/import/file/file-reading.ts';

import type { ImportRecord } from '../../../shared/import/import-record.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';

/** The steps of an import; one can walk back and forth between them. */
export const importSteps = ['file', 'columns', 'check', 'create'] as const;
export type ImportStep = (typeof importSteps)[number];

/** A file that was recognised, how it would be read, and its first rows as they come out then. */
export interface OpenedFile {
  /** The sheets of a workbook; empty for a text file. */
  readonly sheets: readonly string[];
  readonly reading: FileReading;
  /** Whether the encoding is beyond doubt; true for a workbook. */
  readonly isEncodingSure: boolean;
  readonly preview: readonly FileRow[];
}

/** What was read, without its rows: those stay with the worker. */
export interface ReadTable {
  readonly headings: readonly string[];
  readonly rowCount: number;
  readonly titles: readonly FileRow[];
  readonly totals: readonly FileRow[];
  readonly blank: number;
  readonly findings: readonly FileFinding[];
  /** Tells the same file in another place, under another name. */
  readonly contentHash: string;
}

/** What becomes of the columns. */
export interface ColumnPlan {
  readonly matches: readonly ColumnMatch[];
  readonly mapping: ImportMapping;
  /** Columns that can be read in two ways, until the person has said which. */
  readonly questions: readonly ReadingQuestion[];
  /** Where the mapping comes from: `proposed`, `remembered`, or the name of a saved one. */
  readonly from: string;
  /** Headings of the saved mapping that this file lacks. */
  readonly missing: readonly string[];
}

/** A row as it would be imported; what stood in the file stays with the worker. */
export type ShownRow = Omit<CheckedRow, 'cells'>;

/** The checked rows. */
export interface RowCheck {
  /** By their ids, which are their places in the file. */
  readonly rows: readonly ShownRow[];
  /** The ids in the order in which they are shown: problems first, as it was when they were checked. */
  readonly order: readonly number[];
  readonly counts: CheckCounts;
  readonly duplicates: DuplicatePolicy;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** One of the drafts that an import would make. */
export interface DraftToCreate {
  /** What its rows have in common; empty when the file is one order. */
  readonly name: string;
  readonly header: PimsFields;
  readonly lines: number;
  readonly disagreements: readonly Disagreement[];
  /** Lines of the file on which its rows come back after another order's. */
  readonly returnLines: readonly number[];
}

/** What an import would do. */
export interface CreationPlan extends Pick<ImportPlan, 'lines' | 'rows' | 'requests' | 'cost'> {
  /** The first of them: an import can make thousands. */
  readonly drafts: readonly DraftToCreate[];
  readonly draftCount: number;
}

/** How many parts and customers of the rows PIMS was not asked for, and how many requests asking takes. */
export interface QuestionCounts {
  readonly parts: number;
  readonly customers: number;
  readonly requests: number;
}

/** What takes its time. How far it is stands outside of the snapshot (`ImportSession.progress`), for it changes often. */
export type Busy = 'opening' | 'reading' | 'matching' | 'checking' | 'asking' | 'creating' | 'submitting';

/** An import as the screen shows it. A new object with every change. */
export interface ImportSnapshot {
  readonly step: ImportStep;
  /** Of the file; empty while there is none. */
  readonly name: string;
  /** The open draft that gets the lines; null when new ones are made. */
  readonly into: DraftId | null;
  /** Null until a file was recognised. */
  readonly opened: OpenedFile | null;
  /** As it was found out, with what the person changed of it. */
  readonly reading: FileReading | null;
  /** Null until the whole file was read as `reading` says. */
  readonly table: ReadTable | null;
  readonly columns: ColumnPlan | null;
  readonly check: RowCheck | null;
  readonly creation: CreationPlan | null;
  /** What was made of the file; null until then. */
  readonly created: ImportRecord | null;
  readonly refusal: FileRefusal | null;
  readonly busy: Busy | null;
}

export const nothingOpened: ImportSnapshot = {
  step: 'file',
  name: '',
  into: null,
  opened: null,
  reading: null,
  table: null,
  columns: null,
  check: null,
  creation: null,
  created: null,
  refusal: null,
  busy: null,
};
