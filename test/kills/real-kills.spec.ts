import { randomInt } from 'node:crypto';
import { createPracticeServer, type PracticeServer } from '../../electron/practice-server/practice-server.ts';
import { Dice } from '../../electron/practice-server/sample-data/dice.ts';
import { chooseTestConnection } from '../e2e/harness/choose-test-connection.ts';
import { test as base, expect } from '../e2e/harness/fixtures.ts';
import { drawLives, momentOf } from './lives.ts';
import { drawOrders, lineWords, readOutbox, type SubmissionWithJournal, submitAll } from './long-orders.ts';
import { planTrouble } from './trouble.ts';

/*
 * The real application is killed while it sends, again and again, and everything still arrives once. `npm run soak`
 * says how often, and may say the seed; the seed decides orders, faults and moments, the machine the rest.
 */

const KILLS = Number(process.env.ORDER_DESK_KILLS ?? 5);
const SEED = Number(process.env.ORDER_DESK_KILLS_SEED ?? randomInt(1, 1_000_000_000));
const size = { orders: 5, linesEach: 40 } as const;
/** A setting of the connection, as a person may choose it for a server that is quick: the late requests take 5 s. */
const SETTLE_SECONDS = 15;
const STEPS = size.orders * (size.linesEach + 1);

const test = base.extend({
  practice: async ({ browserName: _ }, use) => {
    const practice = await createPracticeServer({
      seed: SEED,
      size: { orders: 30, customers: 8, parts: 20 },
      behaviour: { latency: { min: 20, max: 160 } },
      keepRequests: 1_000_000,
    });
    await use(practice);
    await practice.stop();
  },
  userDataDir: async ({ userDataDir, practice }, use) => {
    await chooseTestConnection(userDataDir, practice, { settleSeconds: SETTLE_SECONDS });
    await use(userDataDir);
  },
});

test(`five orders of forty lines arrive once through ${KILLS} kills`, async ({ launch, practice }) => {
  test.setTimeout(5 * 60_000 + KILLS * 30_000);
  try {
    await killAgainAndAgain(launch, practice);
  } catch (cause) {
    const again = `npm run soak -- --kills ${KILLS} --seed ${SEED}`;
    throw new Error(`Seed ${SEED} fails (${again}): ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
});

type Launch = Parameters<Parameters<typeof test>[2]>[0]['launch'];

async function killAgainAndAgain(launch: Launch, practice: PracticeServer): Promise<void> {
  const dice = new Dice(SEED);
  const orders = drawOrders(dice, practice, size);
  const lives = drawLives(dice, KILLS, STEPS);
  const before = practice.orders().map(({ fields, lines }) => ({ fields, lines: lines.map(lineWords) }));
  planTrouble(practice, {
    dice,
    names: orders.map(({ header }) => header.BNAME ?? ''),
    linesEach: size.linesEach,
    settledLives: lives.filter(({ kind }) => kind === 'settled').length,
  });

  let isSubmitted = false;
  for (const life of lives) {
    const newest = practice.requests().at(-1)?.id ?? 0;
    const desk = await launch();
    if (!isSubmitted) await submitAll(await desk.readyWindow(), orders);
    isSubmitted = true;
    await momentOf(life, { practice, since: newest, settleMs: SETTLE_SECONDS * 1_000 });
    await desk.kill();
  }

  const desk = await launch();
  const window = await desk.readyWindow();
  if (!isSubmitted) await submitAll(window, orders);
  await window
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: /^Outbox/ })
    .click();
  await expect
    .poll(async () => (await readOutbox(window)).filter(isOnItsWay).map(standing), {
      message: 'Every order is through, or waits for a person',
      timeout: 4 * 60_000,
    })
    .toEqual([]);
  const outbox = await readOutbox(window);
  expect(outbox.map(standing)).toEqual(orders.map(() => 'sent'));
  const rows = window.getByRole('table', { name: 'Outbox' }).getByRole('row', { name: /In PIMS/ });
  await expect(rows).toHaveCount(size.orders);

  // In PIMS: what was there before as it was, and each order once, with each of its lines once and in order.
  const after = practice.orders().map(({ fields, lines }) => ({ fields, lines: lines.map(lineWords) }));
  expect(after.slice(0, before.length)).toEqual(before);
  const arrived = after.slice(before.length).map(({ fields, lines }) => [fields.BNAME ?? '', lines] as const);
  const wanted = orders.map(({ header, lines }) => [header.BNAME ?? '', lines.map(lineWords)] as const);
  expect(arrived.toSorted(byName)).toEqual(wanted.toSorted(byName));
  expect(practice.requests().filter(({ applied }) => applied)).toHaveLength(STEPS);

  for (const one of outbox) expectJournalToAgree(one, practice);
  process.stdout.write(`${summary(practice, outbox)}\n`);
}

function isOnItsWay({ submission: { state } }: SubmissionWithJournal): boolean {
  return state !== 'sent' && state !== 'needs-attention';
}

function standing({ submission: { state, problem } }: SubmissionWithJournal): string {
  return problem === null ? state : `${state}: ${problem.message}`;
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one.localeCompare(other);
}

/** Each step came to be in PIMS once, and each of its sendings ended in a way that the journal tells. */
function expectJournalToAgree(
  { submission, journal }: SubmissionWithJournal,
  practice: PracticeServer,
): void {
  const { reference, orderNumber } = submission;
  expect(submission).toMatchObject({ state: 'sent', stepsDone: size.linesEach + 1, problem: null });
  expect(practice.order(String(orderNumber))?.fields.REFERENCE_NUMBER).toBe(reference);
  expect(journal.slice(-2).map(({ kind }) => kind)).toEqual(['verified', 'sent']);
  for (let ordinal = 0; ordinal <= size.linesEach; ordinal += 1) {
    const kinds = journal.filter(({ step }) => step?.ordinal === ordinal).map(({ kind }) => kind);
    const story = kinds.filter((kind) => kind !== 'looked-up').join(' ');
    expect(story, `${reference}, step ${ordinal}`).toMatch(
      /^(intended (not-applied|unknown not-found) )*intended (done|unknown adopted)$/,
    );
  }
}

/** What the run met, for the person who watches it. */
function summary(practice: PracticeServer, outbox: readonly SubmissionWithJournal[]): string {
  const faults = practice.requests().filter(({ fault }) => fault !== undefined).length;
  const count = (wanted: string) =>
    outbox.flatMap(({ journal }) => journal).filter(({ kind }) => kind === wanted).length;
  return (
    `Seed ${SEED}: ${KILLS} kills, ${faults} faults; of ${STEPS} steps ${count('unknown')} times one was in doubt, ` +
    `${count('adopted')} were found in PIMS, ${count('not-found')} sent again.`
  );
}
