import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { InPims } from '../../../renderer/drafts/in-pims.ts';
import { visitChanged } from '../../../renderer/drafts/lines/changed-rows.ts';
import { PartTally, type WantedParts } from '../../../renderer/drafts/lines/part-tally.ts';
import type { DraftLine } from '../../../shared/drafts/draft.ts';
import { orderNumberSchema } from '../../../shared/ids.ts';
import { lineId } from './arbitrary-edits.ts';

const line = (name: string, code: string, quantity: string): DraftLine => ({
  id: lineId(name),
  fields: { PART_CODE: code, QUANTITY: quantity },
});
const inPimsWith = (...names: string[]): InPims => ({
  orderNumber: orderNumberSchema.parse('54321'),
  lineIds: names.map(lineId),
});

const codes = ['A', 'a ', 'B', ''];
const anyLine = fc
  .tuple(
    fc.constantFrom('l1', 'l2', 'l3', 'l4'),
    fc.constantFrom(...codes),
    fc.constantFrom('1', '0.1', 'x', ''),
  )
  .map(([name, code, quantity]) => line(name, code, quantity));
const anyLines = fc.uniqueArray(anyLine, { selector: ({ id }) => id });
const anyInPims = fc.constantFrom<InPims>(null, inPimsWith('l1'), inPimsWith('l1', 'l3'));

/** The same by counting every line. */
function countAnew(lines: readonly DraftLine[], inPims: InPims, code: string) {
  const counted = lines.filter(
    ({ id, fields }) =>
      inPims?.lineIds.includes(id) !== true &&
      fields.PART_CODE?.trim().toUpperCase() === code &&
      ['1', '0.1'].includes(fields.QUANTITY ?? ''),
  );
  if (counted.length === 0) return undefined;
  const units = counted.reduce((sum, { fields }) => sum.plus(fields.QUANTITY ?? 0), new Big(0));
  return { quantity: units.toFixed(), lines: counted.length };
}

describe('PartTally', () => {
  it('comes to the same by what changed as by counting anew', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyLines, anyInPims), { minLength: 1, maxLength: 6 }), (steps) => {
        const tally = new PartTally();
        const known = new Map<string, DraftLine>();
        for (const [lines, inPims] of steps) {
          // Lines with the same id and values are the same object, as they are in a draft.
          const shared = lines.map((one) => {
            const key = JSON.stringify(one);
            const present = known.get(key) ?? one;
            known.set(key, present);
            return present;
          });
          const wanted = tally.update(shared, inPims);
          for (const code of ['A', 'B']) expect(wanted.of(code)).toEqual(countAnew(lines, inPims, code));
          expect(wanted.of('')).toBeUndefined();
        }
      }),
    );
  });

  it('is another object only when a sum is another, so that nothing is drawn again for nothing', () => {
    const tally = new PartTally();
    const lines = [line('l1', 'A', '2'), line('l2', 'B', '3')];
    const [first, second] = lines;
    const before: WantedParts = tally.update(lines, null);
    expect(tally.update([...lines, line('l3', '', '4')], null)).toBe(before);
    expect(tally.update(lines, null)).toBe(before);
    expect(
      tally.update(
        [first, second, line('l3', 'a', '1')].filter((one) => one !== undefined),
        null,
      ),
    ).not.toBe(before);
    expect(tally.update([], inPimsWith()).of('A')).toBeUndefined();
  });

  it('looks at no more than the line that was edited, of however many', () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => line(`l${at}`, 'A', '1'));
    const visit = vi.fn();
    visitChanged(lines, lines.with(12_345, line('l12345', 'A', '9')), visit);
    expect(visit).toHaveBeenCalledTimes(2);
    visit.mockClear();
    visitChanged(lines, lines.toSpliced(7, 1), visit);
    expect(visit).toHaveBeenCalledExactlyOnceWith(lines[7], -1);
  });
});
