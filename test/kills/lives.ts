import { setTimeout as wait } from 'node:timers/promises';
import type { PracticeServer } from '../../electron/practice-server/practice-server.ts';
import type { Dice } from '../../electron/practice-server/sample-data/dice.ts';

/** When a run of Order Desk is killed. */
export interface Life {
  /** `early` while orders are going out; `settled` once what had not arrived is being sent again. */
  readonly kind: 'early' | 'settled';
  /** So many writes have reached PIMS since the start … */
  readonly writes: number;
  /** … and so many milliseconds have passed since the last of them. */
  readonly thenMs: number;
}

/** An early life ends after this even if nothing was left to send. */
const EARLY_LIMIT_MS = 6_000;

/**
 * Draws the moments of so many kills: the early ones spread over about four fifths of the writes, the last one or few
 * after the settle time: only those take that long.
 */
export function drawLives(dice: Dice, kills: number, writes: number): Life[] {
  const settled = kills < 2 ? 0 : Math.max(1, Math.round(kills / 5));
  const early = kills - settled;
  const most = Math.max(1, Math.round((2 * 0.8 * writes) / Math.max(1, early)));
  return Array.from({ length: kills }, (_, index) =>
    index < early
      ? { kind: 'early', writes: dice.int(0, most), thenMs: dice.int(0, 250) }
      : { kind: 'settled', writes: dice.int(1, 3), thenMs: dice.int(0, 250) },
  );
}

interface Watching {
  readonly practice: PracticeServer;
  /** The number of the newest request before this life began. */
  readonly since: number;
  readonly settleMs: number;
}

/** Resolves at the moment of a life's end. */
export async function momentOf(
  { kind, writes, thenMs }: Life,
  { practice, since, settleMs }: Watching,
): Promise<void> {
  const began = performance.now();
  // The application was started a moment ago, and whatever else there was to send is gone by then.
  const from = Date.now() + (kind === 'settled' ? settleMs - 2_000 : 0);
  const limitMs = kind === 'settled' ? 2 * settleMs + EARLY_LIMIT_MS : EARLY_LIMIT_MS;
  const seen = () =>
    practice.requests().filter(({ id, at, method }) => id > since && at >= from && method === 'PUT').length;
  while (seen() < writes && performance.now() - began < limitMs) await wait(5);
  await wait(thenMs);
}
