import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readLines,
  subjectOf,
  type WitnessLine,
  witnessLineSchema,
  worthKeeping,
} from '../../../electron/storage/witness-line.ts';

const line = (n: number, id: string, state: string): WitnessLine =>
  witnessLineSchema.parse({
    n,
    draft: id,
    state,
    at: '2026-06-15T10:00:00.000Z',
    reference: 'R',
    customerCode: 'M',
    lineCount: 1,
  });
const text = (...lines: WitnessLine[]) => lines.map((one) => `${JSON.stringify(one)}\n`).join('');

describe('the lines of the witness', () => {
  it('tell the newest of each thing', () => {
    const { last, newest } = readLines(
      text(line(1, 'a', 'open'), line(2, 'b', 'open'), line(3, 'a', 'queued')),
    );
    expect(newest).toBe(3);
    expect([...last.values()].map(({ n }) => n).sort()).toEqual([2, 3]);
  });

  it('are read around whatever a power cut has torn', () => {
    const whole = text(line(1, 'a', 'open'), line(2, 'b', 'open'), line(3, 'c', 'open'));
    fc.assert(
      fc.property(fc.nat(whole.length), fc.string(), (cut, rubbish) => {
        const { last } = readLines(
          `${whole.slice(0, cut)}${rubbish.replaceAll('{', '')}\n${text(line(9, 'z', 'open'))}`,
        );
        expect(last.has(subjectOf(line(9, 'z', 'open')))).toBe(true);
        const before = whole.slice(0, cut).split('\n').length - 1;
        expect(last.size).toBeGreaterThanOrEqual(before + 1);
      }),
    );
  });

  it('that are kept are the newest of everything unfinished, and 2,000 of what is finished', () => {
    const lines = Array.from({ length: 2_500 }, (_, index) => line(index + 1, `d${index}`, 'sent'));
    const open = line(1, 'old', 'open');
    const { last } = readLines(text(open, ...lines));
    const kept = worthKeeping(last);
    expect(kept).toHaveLength(2_001);
    expect(kept).toContainEqual(open);
    expect(kept.at(-1)).toEqual(lines.at(-1));
    expect(kept).not.toContainEqual(lines[0]);
  });
});
