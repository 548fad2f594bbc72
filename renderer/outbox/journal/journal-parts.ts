import type { JournalEntry } from '../../../shared/outbox/submission.ts';

/** What stands in a journal: an entry, the beginning of a day, or many steps without trouble told in one. */
export type JournalPart =
  | { readonly kind: 'entry'; readonly key: string; readonly entry: JournalEntry }
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | {
      readonly kind: 'run';
      readonly key: string;
      readonly text: string;
      readonly from: string;
      readonly to: string;
      readonly entries: readonly JournalEntry[];
    };

/** Steps told in one from so many on. */
const LEAST_RUN = 10;

/**
 * The journal as it is shown: days where it spans several or is of another day than `today`, and long runs of steps
 * that went through one after the other in one. A step under way is never part of a run.
 * `dayOf` answers the day of an ISO time at the person's place.
 */
export function journalParts(
  entries: readonly JournalEntry[],
  today: string,
  dayOf: (iso: string) => string,
): JournalPart[] {
  const days = new Set(entries.map(({ at }) => dayOf(at)));
  const showsDays = days.size > 1 || !days.has(today);
  let day = '';
  return runsIn(entries).flatMap((part): JournalPart[] => {
    const at = part.kind === 'run' ? part.from : part.entry.at;
    if (!showsDays || dayOf(at) === day) return [part];
    day = dayOf(at);
    return [{ kind: 'day', key: `day ${day} ${part.key}`, at }, part];
  });
}

type EntryOrRun = Exclude<JournalPart, { kind: 'day' }>;

interface Indexed {
  readonly entry: JournalEntry;
  readonly index: number;
}

function runsIn(entries: readonly JournalEntry[]): EntryOrRun[] {
  const parts: EntryOrRun[] = [];
  let smooth: Indexed[] = [];
  const flush = (): void => {
    parts.push(...told(smooth));
    smooth = [];
  };
  entries.forEach((entry, index) => {
    if (isSmooth(entry)) {
      smooth.push({ entry, index });
    } else {
      flush();
      parts.push(toEntry({ entry, index }));
    }
  });
  flush();
  return parts;
}

function isSmooth({ kind, step }: JournalEntry): boolean {
  return (kind === 'intended' || kind === 'done') && step !== null && step.kind !== 'create-order';
}

function told(smooth: readonly Indexed[]): EntryOrRun[] {
  const done = new Set(smooth.flatMap(({ entry }) => (entry.kind === 'done' ? [entry.step?.ordinal] : [])));
  const finished = smooth.filter(({ entry }) => done.has(entry.step?.ordinal));
  const first = finished[0];
  const last = finished.at(-1);
  if (done.size < LEAST_RUN || first === undefined || last === undefined) return smooth.map(toEntry);
  const under = smooth.filter(({ entry }) => !done.has(entry.step?.ordinal));
  const run: EntryOrRun = {
    kind: 'run',
    key: `run ${first.index}`,
    text: runWords(finished.map(({ entry }) => entry)),
    from: first.entry.at,
    to: last.entry.at,
    entries: finished.map(({ entry }) => entry),
  };
  return [run, ...under.map(toEntry)];
}

function toEntry({ entry, index }: Indexed): EntryOrRun {
  return { kind: 'entry', key: `entry ${index}`, entry };
}

/** "Lines 2–981 are in PIMS." */
function runWords(entries: readonly JournalEntry[]): string {
  const ordinals = (wanted: 'add-line' | 'update-line'): number[] =>
    entries.flatMap(({ kind, step }) => (kind === 'done' && step?.kind === wanted ? [step.ordinal] : []));
  const lines = ordinals('add-line');
  const changes = ordinals('update-line').length;
  const words = [
    ...(changes === 0 ? [] : [changes === 1 ? '1 change' : `${changes} changes`]),
    ...(lines.length === 0 ? [] : [lineWords(lines)]),
  ].join(' and ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} are in PIMS.`;
}

function lineWords(ordinals: readonly number[]): string {
  const least = Math.min(...ordinals);
  const most = Math.max(...ordinals);
  if (ordinals.length === 1) return `line ${least}`;
  return most - least + 1 === ordinals.length ? `lines ${least}–${most}` : `${ordinals.length} lines`;
}
