import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openWitnessFile, readWitness } from '../../../electron/storage/data-folder/witness.ts';
import {
  readLines,
  subjectOf,
  type WitnessLine,
  witnessLineSchema,
  worthKeeping,
} from '../../../electron/storage/data-folder/witness-line.ts';
import { makeFolder } from '../../make-folder.ts';

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

  it('that are kept are those of everything unfinished and of the newest 1,000 orders', () => {
    const order = (n: number) =>
      witnessLineSchema.parse({
        ...line(n, 'x', 'sent'),
        draft: undefined,
        order: `o${n}`,
        ofDraft: 'x',
        orderNumber: '5',
      });
    const orders = Array.from({ length: 1_500 }, (_, index) => order(index + 3));
    const open = line(1, 'old', 'open');
    const { last } = readLines(text(open, line(2, 'gone', 'removed'), ...orders));
    expect(worthKeeping(last)).toEqual([open, ...orders.slice(500)]);
  });
});

describe('the file of the witness', () => {
  it('is shortened when it has grown large, and goes on', async () => {
    const folder = makeFolder();
    const { last } = readLines(text(line(1, 'old', 'open')));
    writeFileSync(join(folder, 'witness.jsonl'), `${text(line(1, 'old', 'open'))}${'x'.repeat(500_000)}`);
    const file = openWitnessFile(folder, last);
    await file.append([line(2, 'new', 'open')]);
    await file.append([line(3, 'next', 'open')]);
    await file.close();
    expect(statSync(join(folder, 'witness.jsonl')).size).toBeLessThan(2_000);
    expect(statSync(join(folder, 'witness.jsonl')).mode & 0o777).toBe(0o600);
    expect([...readWitness(folder).last.values()].map(({ n }) => n)).toEqual([1, 2, 3]);
  });
});
