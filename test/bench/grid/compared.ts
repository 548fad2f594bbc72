import type { ContenderName, FiguresOf } from './measured-grid.ts';

/** How a figure is written. */
interface Unit {
  readonly name: string;
  readonly digits: number;
}

/** The number of lines at which the grids are compared. */
export const MIDDLE = 10_000;
/** Tried: the page holds 400,000 inputs then, and its process runs out of memory while it opens. */
const leftOut = 'untuned at 100,000 left out: its window runs out of memory';

/** A figure at 10,000 lines as a ratio to the other grids in the same run, and how it grows with the lines. */
export function comparedLine(what: string, unit: Unit, figures: FiguresOf<number>): string {
  const ours = figureOf(figures, 'Order Desk', MIDDLE);
  const others = (['AG Grid', 'TanStack Table untuned'] as const).map(
    (name) => `/ ${name}: ${(ours / figureOf(figures, name, MIDDLE)).toFixed(2)}`,
  );
  return `${what}, ${MIDDLE} lines ${others.join('; ')}; ${growthWords(unit, figures)}; ${leftOut}`;
}

/** The figure of each grid at each number of lines: “Order Desk at 100, 1000 … lines: 5, 6 … ms”. */
export function growthWords({ name: unit, digits }: Unit, figures: FiguresOf<number>): string {
  return [...figures]
    .map(([name, bySize]) => {
      const values = [...bySize.values()].map((value) => value.toFixed(digits));
      return `${name} at ${[...bySize.keys()].join(', ')} lines: ${values.join(', ')} ${unit}`;
    })
    .join('; ');
}

/** A grid's figure at a number of lines. */
export function figureOf(figures: FiguresOf<number>, name: ContenderName, lines: number): number {
  return figures.get(name)?.get(lines) ?? Number.NaN;
}

/** Each figure turned into another. */
export function mapFigures<T, U>(figures: FiguresOf<T>, turn: (figure: T) => U): FiguresOf<U> {
  return new Map(
    [...figures].map(([name, bySize]) => [
      name,
      new Map([...bySize].map(([lines, figure]) => [lines, turn(figure)])),
    ]),
  );
}

/** What each line takes of something, beyond what `few` of them take. */
export function perLineAbove(few: number, figures: FiguresOf<number>): FiguresOf<number> {
  return new Map(
    [...figures].map(([name, bySize]) => {
      const base = bySize.get(few) ?? Number.NaN;
      const more = [...bySize].filter(([lines]) => lines > few);
      return [name, new Map(more.map(([lines, taken]) => [lines, (taken - base) / (lines - few)]))];
    }),
  );
}
