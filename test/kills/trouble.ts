import type { AimedCall, Fault } from '../../electron/practice-server/faults/fault.ts';
import type { PracticeServer } from '../../electron/practice-server/practice-server.ts';
import type { Dice } from '../../electron/practice-server/sample-data/dice.ts';

/*
 * Faults of every kind but those that wait for a person by themselves (a refusal, a sign-in page, a proxy's 407, a
 * redirect). They are aimed at steps, so that the seed alone decides which step meets what.
 */

/** PIMS has applied the step, and its arrival shows at the next look. */
const arrives: readonly Fault[] = [
  { kind: 'drop', when: 'after' },
  { kind: 'drop', when: 'after', reset: true },
  { kind: 'drop', when: 'mid-answer' },
  { kind: 'server-error', when: 'after' },
  { kind: 'malformed-json' },
  { kind: 'truncated-json' },
  { kind: 'huge-body', bytes: 21 * 1_024 * 1_024 },
  { kind: 'answer', status: 200, body: '', when: 'after' },
  { kind: 'slow', ms: 400 },
  { kind: 'slow', ms: 400, when: 'after' },
  { kind: 'rate-limited', retryAfter: 1 },
];

/** PIMS never gets it, or late: only the settle time tells. */
const staysAway: readonly Fault[] = [
  { kind: 'drop', when: 'before' },
  { kind: 'drop', when: 'before', reset: true },
  { kind: 'server-error', when: 'before' },
  { kind: 'malformed-json', when: 'before' },
  { kind: 'truncated-json', when: 'before' },
  { kind: 'proxy-page' },
];
const staysAwayAtFirst: readonly Fault[] = [
  ...staysAway,
  { kind: 'hang', when: 'before' },
  // Comes in after its sender was killed.
  { kind: 'slow', ms: 5_000 },
];

const atReads: readonly Fault[] = [
  { kind: 'drop', when: 'after' },
  { kind: 'drop', when: 'before', reset: true },
  { kind: 'server-error' },
  { kind: 'truncated-json' },
  { kind: 'proxy-page' },
  { kind: 'slow', ms: 300 },
];

const SHARE_WITH_FAULT = 0.12;

interface TroubleOptions {
  readonly dice: Dice;
  /** What the orders are called in PIMS's field BNAME. */
  readonly names: readonly string[];
  readonly linesEach: number;
  /** How many lives are long enough for the settle time to pass. */
  readonly settledLives: number;
}

/** Plans faults for the orders of these names, at their steps and at the looks for them. */
export function planTrouble(
  practice: PracticeServer,
  { dice, names, linesEach, settledLives }: TroubleOptions,
): void {
  const aimed = (name: string, ordinal: number, fault: Fault) =>
    practice.planFault({ method: 'PUT', fault, matches: (call) => isStep(practice, call, name, ordinal) });
  // Each costs the settle time, which begins anew with each start: at an early step of two orders only.
  const [first = '', second = '', third = ''] = dice.shuffled(names);
  for (const name of [first, second]) {
    const ordinal = dice.int(0, 6);
    aimed(name, ordinal, dice.pick(staysAwayAtFirst));
    for (let again = 1; again < settledLives; again += 1) {
      if (dice.chance(0.5)) aimed(name, ordinal, dice.pick(staysAway));
    }
  }
  aimed(third, dice.int(1, 4), { kind: 'hang', when: 'after' });
  for (const name of names) {
    for (let ordinal = 0; ordinal <= linesEach; ordinal += 1) {
      if (dice.chance(SHARE_WITH_FAULT)) aimed(name, ordinal, dice.pick(arrives));
    }
  }
  // Whom it happens to is not known before the body is read.
  practice.planFault({
    endpoint: 'orders/line_item',
    skip: dice.int(0, names.length * 4),
    fault: { kind: 'drop', when: 'before-reading' },
  });
  for (const fault of atReads) {
    practice.planFault({ endpoint: ['orders/single', 'orders/query'], probability: 0.2, times: 3, fault });
  }
}

function isStep(practice: PracticeServer, { endpoint, body }: AimedCall, name: string, ordinal: number) {
  if (typeof body !== 'object' || body === null) return false;
  if (endpoint === 'orders/create') return ordinal === 0 && 'BNAME' in body && body.BNAME === name;
  if (endpoint !== 'orders/line_item' || !('ORDER_NUMBER' in body)) return false;
  const order = practice.order(String(body.ORDER_NUMBER));
  return order?.fields.BNAME === name && order.lines.length + 1 === ordinal;
}
