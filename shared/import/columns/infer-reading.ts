import { type DateReading, dateReadings, readDate } from './date-reading.ts';
import { isPlainNumber, type NumberReading, numberReadings, readNumber } from './number-reading.ts';

/** A cell, and what each of the readings in question makes of it. */
export interface ReadingSample<R extends string> {
  readonly raw: string;
  readonly readAs: Readonly<Partial<Record<R, string>>>;
}

/**
 * How a column is read, by all of its cells. `misfits` is the number of cells that are none in the reading: they become
 * problems of their rows.
 * - `one`: one reading fits best, or they come to the same.
 * - `question`: two fit equally and make something else of some cells; a person has to say, once for the column.
 */
export type Inference<R extends string> =
  | { readonly kind: 'one'; readonly reading: R; readonly misfits: number }
  | {
      readonly kind: 'question';
      readonly readings: readonly R[];
      readonly misfits: number;
      /** Some cells in which they differ. */
      readonly samples: readonly ReadingSample<R>[];
    };

const MOST_SAMPLES = 5;
const MOST_KEPT = 200;
const MOST_SEEN = 1_000;

/** The decimal sign of a column of numbers. */
export function inferNumbers(cells: Iterable<string>): Inference<NumberReading> {
  return infer(cells, numberReadings, readNumber, isPlainNumber);
}

/** The order of day, month and year of a column of dates. */
export function inferDates(cells: Iterable<string>): Inference<DateReading> {
  return infer(cells, dateReadings, readDate, () => false);
}

function doDiffer(values: readonly (string | null)[]): boolean {
  let first: string | null = null;
  for (const value of values) {
    if (value === null) continue;
    if (first !== null && value !== first) return true;
    first = value;
  }
  return false;
}

function infer<R extends string>(
  cells: Iterable<string>,
  readings: readonly [R, ...R[]],
  read: (raw: string, reading: R) => string | null,
  isPlain: (raw: string) => boolean,
): Inference<R> {
  const fits = readings.map(() => 0);
  const differing: { readonly raw: string; readonly values: readonly (string | null)[] }[] = [];
  const seen = new Map<string, readonly (string | null)[]>();
  let filled = 0;
  for (const cell of cells) {
    // What says the same in every reading decides nothing.
    if (cell === '' || isPlain(cell)) continue;
    filled += 1;
    const known = seen.get(cell);
    const values = known ?? readings.map((reading) => read(cell, reading));
    for (let index = 0; index < values.length; index += 1) {
      if (values[index] !== null) fits[index] = (fits[index] ?? 0) + 1;
    }
    if (known !== undefined) continue;
    // Dates and prices repeat; a column in which all differ is not worth keeping.
    if (seen.size < MOST_SEEN) seen.set(cell, values);
    if (differing.length < MOST_KEPT && doDiffer(values)) {
      differing.push({ raw: cell, values });
    }
  }
  const best = Math.max(...fits);
  const fitting = readings.filter((_, index) => fits[index] === best);
  const [first = readings[0]] = fitting;
  const samples = differing
    .map(({ raw, values }) => {
      const readAs: Partial<Record<R, string>> = {};
      for (const reading of fitting) {
        const value = values[readings.indexOf(reading)];
        if (value != null) readAs[reading] = value;
      }
      return { raw, readAs };
    })
    .filter(({ readAs }) => new Set(Object.values(readAs)).size > 1);
  if (samples.length === 0) return { kind: 'one', reading: first, misfits: filled - best };
  // A reading that says nothing of the cells in question is out of it.
  const asked = fitting.filter((reading) => samples.some(({ readAs }) => readAs[reading] !== undefined));
  return {
    kind: 'question',
    readings: asked,
    misfits: filled - best,
    samples: samples.slice(0, MOST_SAMPLES),
  };
}
