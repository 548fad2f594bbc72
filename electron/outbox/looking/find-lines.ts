import { differences, likenessOfLine, namingField, plain } from '../../../shared/outbox/differences.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import { type Finding, unexplained } from './look.ts';

/** A new line whose outcome is not known. */
interface InDoubt {
  readonly request: PimsFields;
  /** The numbers of lines of which a person has said that they are not this one. */
  readonly dismissed: readonly string[];
}

interface LinesSearch<S> {
  /** New lines of one order whose outcome is not known, in their order. */
  readonly steps: readonly S[];
  /** Every line of the order now. */
  readonly found: readonly PimsFields[];
  /** Numbers of lines that were there before and are not ours; null when nobody knows. */
  readonly before: readonly string[] | null;
  /** The lines that this machine is known to have brought there, as PIMS answered them. */
  readonly confirmed: readonly PimsFields[];
}

/**
 * Which of several lines arrived (design section 6). A line of PIMS that is neither confirmed nor there before, and the same
 * as what was sent, is the step, provided that there are not more such lines than steps that could be them. What is left
 * over is absent when PIMS has nothing like it, and else for a person to decide. Pure.
 */
export function findLines<S extends InDoubt>({
  steps,
  found,
  before,
  confirmed,
}: LinesSearch<S>): Map<S, Finding> {
  const findings = new Map<S, Finding>();
  const left = new Set(unexplained(found, before ?? [], confirmed));
  // Without knowing what was there before, nothing is taken for ours.
  const likely = before === null ? [] : alike(steps, sameLines([...left]));
  for (const [at, { steps: ours, lines }] of likely.entries()) {
    const same = lines.filter((line) => left.has(line));
    // Those of other groups that could be one of these lines too.
    const rivals = likely.slice(at + 1).filter((other) => other.lines.some((line) => same.includes(line)));
    const couldBe = ours.length + rivals.reduce((sum, other) => sum + other.steps.length, 0);
    if (same.length > couldBe) continue;
    for (const [index, line] of same.slice(0, ours.length).entries()) {
      const step = ours[index];
      if (step === undefined) break;
      findings.set(step, { kind: 'arrived', answer: { kind: 'add-line', line } });
      left.delete(line);
    }
  }
  const likeTo = likeLines([...left]);
  for (const step of steps) {
    if (findings.has(step)) continue;
    const like = likeTo(step);
    findings.set(step, like.length === 0 ? { kind: 'absent' } : unsure(step.request, like));
  }
  return findings;
}

interface Group<S> {
  /** Steps that send the very same, in their order. */
  readonly steps: S[];
  /** The lines that are what they sent. */
  readonly lines: readonly PimsFields[];
}

/**
 * The steps that could be some line, those that send the same together. Those that say most go first, so that a line
 * which could be two of them is left to the one that needs it.
 */
function alike<S extends InDoubt>(
  steps: readonly S[],
  sameAs: (step: InDoubt) => readonly PimsFields[],
): Group<S>[] {
  const groups = new Map<string, Group<S>>();
  for (const step of steps) {
    const key = `${signature(step.request, Object.keys(step.request).sort())} ${step.dismissed.join()}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { steps: [step], lines: sameAs(step) });
    else group.steps.push(step);
  }
  const saysMost = (one: Group<S>) => Object.keys(one.steps[0]?.request ?? {}).length;
  return [...groups.values()]
    .filter(({ lines }) => lines.length > 0)
    .sort((a, b) => saysMost(b) - saysMost(a));
}

/** Answers the lines that may be what was sent, in another form at least; again without going through all for each. */
function likeLines(lines: readonly PimsFields[]): (step: InDoubt) => PimsFields[] {
  const indexes = new Map<string, Map<string | null, PimsFields[]>>();
  return ({ request, dismissed }) => {
    const naming = namingField(request);
    const name = request[naming];
    const index = indexes.get(naming) ?? indexed(lines, (line) => nameIn(line, naming));
    indexes.set(naming, index);
    const those =
      name === undefined ? lines : [...(index.get(plain(naming, name)) ?? []), ...(index.get(null) ?? [])];
    return those.filter((line) => isOpenTo(dismissed, line) && likenessOfLine(request, line) !== 'other');
  };
}

/** Null for a line that does not show it. */
function nameIn(line: PimsFields, naming: string): string | null {
  const name = line[naming];
  return name === undefined ? null : plain(naming, name);
}

function indexed<K>(lines: readonly PimsFields[], keyOf: (line: PimsFields) => K): Map<K, PimsFields[]> {
  const index = new Map<K, PimsFields[]>();
  for (const line of lines) {
    const key = keyOf(line);
    const those = index.get(key);
    if (those === undefined) index.set(key, [line]);
    else those.push(line);
  }
  return index;
}

/** Answers the lines that are what was sent; an order of thousands of lines is not gone through for each of them. */
export function sameLines(lines: readonly PimsFields[]): (step: InDoubt) => PimsFields[] {
  const indexes = new Map<string, Map<string, PimsFields[]>>();
  return ({ request, dismissed }) => {
    const fields = Object.keys(request).sort();
    const kind = fields.join();
    let index = indexes.get(kind);
    if (index === undefined) {
      index = indexed(lines, (line) =>
        fields.every((field) => line[field] !== undefined) ? signature(line, fields) : '',
      );
      indexes.set(kind, index);
    }
    // Lines that do not show every field are few, and are compared one by one.
    const shown = [...(index.get(signature(request, fields)) ?? []), ...(index.get('') ?? [])];
    return shown.filter((line) => isOpenTo(dismissed, line) && likenessOfLine(request, line) === 'same');
  };
}

function isOpenTo(dismissed: readonly string[], line: PimsFields): boolean {
  return line.LINE_NUMBER === undefined || !dismissed.includes(line.LINE_NUMBER);
}

function signature(record: PimsFields, fields: readonly string[]): string {
  return JSON.stringify(fields.map((field) => [field, plain(field, record[field] ?? '')]));
}

function unsure(sent: PimsFields, candidates: readonly PimsFields[]): Finding {
  return {
    kind: 'unsure',
    candidates: candidates.map((line) => ({
      id: line.LINE_NUMBER ?? '',
      fields: line,
      differences: differences(sent, line),
    })),
  };
}
