import { describe, expect, it } from 'vitest';
import { createLog } from '../../../electron/log.ts';
import { createWitnessKeeper } from '../../../electron/services/witness-keeper.ts';
import type { DeskFacts } from '../../../electron/storage/data-folder/desk-facts.ts';
import { readLines, type WitnessLine } from '../../../electron/storage/data-folder/witness-line.ts';
import { draftIdSchema, submissionIdSchema } from '../../../shared/ids.ts';
import { manualClock } from './manual-clock.ts';

const at = '2026-06-15T10:00:00.000Z';
const unreadable = submissionIdSchema.parse('unreadable');
const sound = submissionIdSchema.parse('sound');

function factsOf(): DeskFacts & { readonly reads: () => number } {
  let reads = 0;
  const about = { at, reference: 'R', customerCode: 'C', lineCount: 1 };
  return {
    reads: () => reads,
    draft: () => undefined,
    order(id) {
      if (id !== unreadable) {
        return { order: id, ofDraft: draftIdSchema.parse('d'), state: 'queued', orderNumber: null, ...about };
      }
      reads += 1;
      throw new Error('database disk image is malformed');
    },
    draftState: () => undefined,
    orderState: () => undefined,
    isBlank: () => false,
    unfinished: () => ({ drafts: [], orders: [] }),
    newest: () => null,
  };
}

describe('the witness', () => {
  it('writes of the others when one can’t be read, and does not try that one without end', async () => {
    const clock = manualClock();
    const facts = factsOf();
    const lines: WitnessLine[] = [];
    const file = {
      append: async (more: readonly WitnessLine[]) => void lines.push(...more),
      close: async () => undefined,
    };
    const log = createLog(() => undefined);
    const witness = createWitnessKeeper({ file, facts, witnessed: readLines(''), clock, log });
    witness.orderChanged(unreadable);
    witness.orderChanged(sound);
    await Promise.race([
      clock.advance(1_000),
      new Promise((_resolve, reject) => {
        const look = (): void => {
          if (facts.reads() > 50) reject(new Error('It is tried without end.'));
          else setImmediate(look);
        };
        look();
      }),
    ]);
    expect(facts.reads()).toBe(1);
    expect(lines).toMatchObject([{ order: sound, state: 'queued' }]);
    await witness.close();
  });
});
