import { describe, expect, it } from 'vitest';
import { runSchedule } from '../../model/schedule.ts';

/*
 * Random schedules of the outbox over the practice server: faults of every kind, deaths, other people, decisions. A
 * failure names its seed: npm run soak -- --schedules 1 --seed SEED replays it.
 */

const BATCHES = 20;
const BATCH = 100;

describe('every order arrives once, whatever happens', () => {
  const firsts = Array.from({ length: BATCHES }, (_, index) => 1 + index * BATCH);
  it.each(firsts)(`in ${BATCH} schedules from seed %i`, { timeout: 120_000 }, async (first) => {
    for (let seed = first; seed < first + BATCH; seed += 1) {
      expect({ seed, found: await runSchedule(seed) }).toEqual({ seed, found: [] });
    }
  });
});
