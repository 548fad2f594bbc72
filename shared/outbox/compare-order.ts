import type { PimsFields } from '../pims/fields.ts';
import { readStage } from '../pims/stage.ts';
import type { DayDifference } from './day-check.ts';
import { differences, likenessOfLine } from './differences.ts';
import type { SentLine, SentOrder } from './sent-order.ts';

/** What PIMS has of an order. */
export type PimsSide =
  | {
      readonly kind: 'order';
      readonly fields: PimsFields;
      readonly lines: readonly PimsFields[];
      readonly at: string;
    }
  | { readonly kind: 'missing'; readonly at: string }
  | { readonly kind: 'not-asked'; readonly why: string };

/** Which line of PIMS is which of ours: by its number, and without one by what it holds, the same before the similar. */
export function matchLines(
  ours: readonly SentLine[],
  theirs: readonly PimsFields[],
): Map<SentLine, PimsFields> {
  const found = new Map<SentLine, PimsFields>();
  const byNumber = new Map(theirs.map((line) => [line.LINE_NUMBER ?? '', line]));
  for (const line of ours) {
    const there = line.lineNumber === null ? undefined : byNumber.get(line.lineNumber);
    if (there !== undefined) found.set(line, there);
  }
  const free = new Set(theirs);
  for (const taken of found.values()) free.delete(taken);
  for (const likeness of ['same', 'similar'] as const) {
    for (const line of ours) {
      if (line.lineNumber !== null || found.has(line)) continue;
      const there = [...free].find((one) => likenessOfLine(line.sent, one) === likeness);
      if (there === undefined) continue;
      found.set(line, there);
      free.delete(there);
    }
  }
  return found;
}

/** Where PIMS has something else than what this desk sent. */
export function differencesOf(
  { header, lines }: SentOrder,
  side: PimsSide,
  found: ReadonlyMap<SentLine, PimsFields>,
): DayDifference[] {
  const whole = { line: null, item: '', field: '', sent: '', has: '' };
  switch (side.kind) {
    case 'not-asked':
      return [];
    case 'missing':
      return [{ ...whole, kind: 'order-missing' }];
    case 'order': {
      const ofOrder = differences(header ?? {}, side.fields).map(
        (one): DayDifference => ({ ...whole, ...one, kind: 'field' }),
      );
      const ofLines = lines
        .filter(({ ofPeriod }) => ofPeriod)
        .flatMap((line) => lineDifferences(line, found.get(line)));
      const isVoid = readStage(side.fields.ORDER_TYPE) === 'void';
      return [...(isVoid ? [{ ...whole, kind: 'order-void' as const }] : []), ...ofOrder, ...ofLines];
    }
  }
}

function lineDifferences(line: SentLine, there: PimsFields | undefined): DayDifference[] {
  const item = itemWords(line.sent, there);
  const about = { line: line.lineNumber ?? there?.LINE_NUMBER ?? '', item };
  if (there === undefined) return [{ ...about, kind: 'line-missing', field: '', sent: item, has: '' }];
  const certain = Object.fromEntries(Object.entries(line.sent).filter(([field]) => !line.inDoubt.has(field)));
  return differences(certain, there).map((one) => ({ ...about, ...one, kind: 'field' }));
}

/** `APL-1002 × 3`. A change does not name its part, so that PIMS has to. */
function itemWords(sent: PimsFields, there: PimsFields = {}): string {
  const name = sent.PART_CODE ?? sent.DESCRIPTION ?? there.PART_CODE ?? there.DESCRIPTION ?? '';
  return sent.QUANTITY === undefined ? name : `${name} × ${sent.QUANTITY}`.trim();
}
