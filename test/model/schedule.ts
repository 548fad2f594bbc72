import type { Fault } from '../../electron/practice-server/faults/fault.ts';
import { journalWords } from '../../shared/outbox/journal-words.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import { violationsOf } from './invariants.ts';
import { Machine } from './machine.ts';
import { ModelPims, OLD_ORDER, parts } from './model-pims.ts';
import { hasWork, lineWords, Person } from './person.ts';
import { settled, World } from './world.ts';

/** Every kind of fault that the practice server knows. */
const faults: readonly Fault[] = [
  { kind: 'drop', when: 'before-reading' },
  { kind: 'drop', when: 'before' },
  { kind: 'drop', when: 'after' },
  { kind: 'drop', when: 'mid-answer' },
  { kind: 'slow', ms: 3_000 },
  { kind: 'slow', ms: 3_000, when: 'after' },
  { kind: 'hang' },
  { kind: 'hang', when: 'after' },
  { kind: 'server-error', when: 'before' },
  { kind: 'server-error', when: 'after' },
  { kind: 'rate-limited', retryAfter: 7 },
  { kind: 'bad-request', shape: 'message', message: 'No.' },
  { kind: 'malformed-json', when: 'before' },
  { kind: 'malformed-json' },
  { kind: 'truncated-json' },
  { kind: 'huge-body', bytes: 1_000 },
  { kind: 'sign-in-page' },
  { kind: 'redirect' },
  { kind: 'proxy-auth' },
  { kind: 'proxy-page' },
  { kind: 'answer', status: 403, body: 'blocked' },
  { kind: 'answer', status: 200, body: '', when: 'after' },
];
const creationFaults: readonly Fault[] = [
  { kind: 'bad-request', shape: 'message', message: 'No.' },
  { kind: 'drop', when: 'before' },
  { kind: 'server-error', when: 'before' },
];
const endpoints = ['orders/create', 'orders/line_item', 'orders/single', 'orders/query'] as const;

/** The actors of one schedule. */
interface Cast {
  readonly world: World;
  readonly pims: ModelPims;
  readonly machine: Machine;
  readonly person: Person;
  /** The schedule is about orders that are alike: what befalls their creation matters most. */
  readonly hasTwins: boolean;
  /** A backup of the data folder comes back in this schedule. */
  readonly hasRestore: boolean;
  /** The backup, once it was taken. */
  backup: Uint8Array | null;
  /** It came back. */
  isRestored: boolean;
}

/**
 * Runs the outbox through one random schedule: faults, deaths, other people and decisions; then lets the trouble end
 * and every order go through. Answers what is wrong, in words; nothing when all is well.
 */
export async function runSchedule(seed: number): Promise<string[]> {
  const world = new World(seed);
  const pims = new ModelPims(world, seed);
  const machine = new Machine(world, pims);
  const hasTwins = world.dice.chance(0.3);
  const hasRestore = !hasTwins && world.dice.chance(0.3);
  const person = new Person(world, pims, machine, { likesTwins: hasTwins, marksLines: hasRestore });
  const cast: Cast = { world, pims, machine, person, hasTwins, hasRestore, backup: null, isRestored: false };
  const random = Math.random;
  // The back-off's jitter: the only chance in it that is not the world's.
  Math.random = () => world.dice.next();
  try {
    pims.trouble = world.dice.pick([0, 0.1, 0.3]);
    // What leaves orders that are alike in doubt, which is when one of them may be taken for another.
    pims.rivalry = hasTwins ? 0.5 : 0;
    pims.behaviour = { ...pims.behaviour, lockCodesChange: world.dice.chance(0.5) };
    const linesAtOnce = world.dice.pick([1, 1, 2, 3]);
    await machine.running();
    machine.sendLinesAtOnce(linesAtOnce);
    const steps = world.dice.int(40, 140);
    const found: string[] = [];
    for (let step = 0; step < steps; step += 1) {
      await takeStep(cast);
      await settled();
    }
    found.push(...(await endTrouble(cast)));
    const { lost } = person;
    const isInOrder = linesAtOnce === 1;
    found.push(...machine.defects, ...(await violationsOf({ pims, machine, person, isInOrder, lost })));
    return found.length === 0 ? [] : [...found, ...(await journalsOf(cast))];
  } finally {
    Math.random = random;
    machine.life.die();
  }
}

/** For whoever replays the seed: what the machine knows, and what is there. */
async function journalsOf({ machine, pims }: Cast): Promise<string[]> {
  const desk = await machine.running();
  const told: string[] = [];
  for (const { id, reference, orderNumber, state } of (await desk.outbox.list()).toReversed()) {
    told.push(`${reference} ${state} ${orderNumber ?? ''}`);
    for (const entry of await desk.outbox.journal({ id })) told.push(`    ${journalWords(entry).text}`);
  }
  for (const { fields, lines } of pims.orders) {
    const isOurs = pims.ordersOfApi.has(fields.ORDER_NUMBER ?? '') ? 'ours' : 'somebody else’s';
    const shown = lines.map((line) => `${line.LINE_NUMBER}: ${lineWords(line)}`).join(', ');
    told.push(
      `${isOurs}: ${fields.ORDER_NUMBER} ${fields.REFERENCE_NUMBER} ${fields.BNAME ?? ''} [${shown}]`,
    );
  }
  return told;
}

async function takeStep(cast: Cast): Promise<void> {
  const { world, pims, machine, person } = cast;
  const { dice } = world;
  await machine.running();
  const roll = dice.int(0, 99);
  if (roll < 55) {
    if (!world.letHappen()) world.passTime();
  } else if (roll < 68) world.passTime();
  else if (roll < 80) await person.act();
  else if (roll < 86) await interfere(cast);
  else if (roll < 92) planFault(cast);
  else if (roll < 94) machine.life.die();
  else if (roll < 97) machine.life.callsLeft = dice.int(1, 25);
  else if (roll < 98) world.wallOffset = dice.int(-86_400_000, 86_400_000);
  else if (roll < 99 && cast.hasRestore) await backUpOrRestore(cast);
  else pims.behaviour = { ...pims.behaviour, lockCodesShown: dice.chance(0.5) };
}

/** Takes a backup; the next time puts it back, as if nothing had happened since. */
async function backUpOrRestore(cast: Cast): Promise<void> {
  const { world, machine, person } = cast;
  if (cast.isRestored) return;
  if (cast.backup === null) {
    if (person.meant.length > 0) cast.backup = machine.backUp();
    return;
  }
  machine.life.die();
  // Nobody restores a backup while a request of a minute before is still on its way.
  while (world.letHappen() || world.passTime()) await settled();
  machine.restore(cast.backup, world.dice.chance(0.5));
  cast.isRestored = true;
  await person.missDrafts(await machine.running());
}

function planFault({ world: { dice }, pims, hasTwins }: Cast): void {
  pims.planner.plan({
    endpoint: hasTwins && dice.chance(0.7) ? 'orders/create' : dice.pick(endpoints),
    fault: dice.pick(hasTwins && dice.chance(0.5) ? creationFaults : faults),
    skip: dice.int(0, 1),
    times: dice.int(1, 2),
  });
}

/** Somebody else uses the same references, and adds lines of the same parts to the orders. */
async function interfere(cast: Cast): Promise<void> {
  const {
    world: { dice },
    pims,
    person,
  } = cast;
  const numbers = [OLD_ORDER, ...pims.ordersOfApi.keys()];
  if (dice.chance(0.3)) {
    // Of the same part, but not what anybody here orders: else nobody could tell them apart.
    pims.otherLine(dice.pick(numbers), { PART_CODE: dice.pick(parts), QUANTITY: String(dice.int(7, 9)) });
    return;
  }
  if (dice.chance(0.4)) {
    const order = dice.pick(numbers);
    // A line that a lost machine sent, and that somebody changed since, nobody could recognise.
    const ofApi = cast.hasRestore ? (pims.linesOfApi.get(order) ?? []) : [];
    const lines = (pims.order(order)?.lines ?? []).filter(
      ({ LINE_NUMBER: number }) => !ofApi.some((line) => line.LINE_NUMBER === number),
    );
    const line = lines.length === 0 ? undefined : dice.pick(lines).LINE_NUMBER;
    const isSafe = pims.behaviour.lockCodesChange || (await isAtRest(cast, order));
    if (line !== undefined && isSafe) pims.otherUpdate(order, line, String(dice.int(21, 29)));
    return;
  }
  const given = person.meant.filter(({ header }) => header.REFERENCE_NUMBER !== undefined);
  if (given.length === 0) return;
  const { header } = dice.pick(given);
  if (await isUndisturbed(cast, header.REFERENCE_NUMBER ?? '')) pims.otherOrder({ ...header }, []);
  else if (dice.chance(0.5)) pims.otherOrder({ ...header }, [{ PART_CODE: 'P-1', QUANTITY: '1' }]);
  else pims.otherOrder({ ...header, BNAME: 'Somebody else' }, []);
}

/**
 * Nothing is under way to that order: only then may somebody else change its lines where lock codes stay the same, since
 * nothing then tells a change between our look and our write (docs/exactly-once.md: What can't be promised).
 */
async function isAtRest({ machine, pims, world }: Cast, order: string): Promise<boolean> {
  const desk = await machine.running();
  const all = await desk.outbox.list().catch(() => null);
  const isQuiet = world.happenings.length === 0 && pims.trouble === 0;
  return isQuiet && all?.every((one) => one.orderNumber !== order || one.finishedAt !== null) === true;
}

/**
 * No order of that reference is about to be created: only then may somebody create the very same one. Done in the
 * middle of it, nobody could tell the two apart (docs/exactly-once.md: What can't be promised).
 */
async function isUndisturbed({ machine }: Cast, reference: string): Promise<boolean> {
  const desk = await machine.running();
  const all = await desk.outbox.list().catch(() => null);
  if (all === null) return false;
  return all
    .filter((one) => one.reference.toUpperCase() === reference.toUpperCase())
    .every(({ state, orderNumber }) => state === 'withdrawn' || orderNumber !== null);
}

const MOST_ROUNDS = 40;
const MOST_EVENTS = 4_000;

/** No more faults, deaths and interference: everything happens, and the person decides what is asked. */
async function endTrouble(cast: Cast): Promise<string[]> {
  const { world, pims, machine, person } = cast;
  pims.planner.clear();
  pims.trouble = 0;
  pims.rivalry = 0;
  machine.life.callsLeft = null;
  let open: Submission[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    await machine.running();
    await settled();
    for (let event = 0; world.letHappen() || world.passTime(); event += 1) {
      if (event > MOST_EVENTS) return ['It never comes to rest.'];
      await settled();
    }
    const desk = await machine.running();
    const copy = await desk.outbox.copy();
    if (copy !== null && !cast.isRestored)
      return [`The folder is taken for a copy (${copy.why}), and is none.`];
    await person.resumeAll(desk);
    await person.decideCopy(desk);
    await person.resubmit(desk);
    const all = await desk.outbox.list();
    open = all.filter(({ state }) => state !== 'sent' && state !== 'withdrawn');
    const drafts = await Promise.all(person.meant.map(({ id }) => desk.drafts.open({ id })));
    const isDone = drafts.every((draft) => draft.state === 'sent' || !hasWork(draft));
    if (open.length === 0 && copy === null && isDone) return [];
    for (const submission of open) {
      if (submission.state === 'needs-attention') {
        const reason = await untrueReason(cast, submission);
        if (reason !== null) return [reason];
        await person.decide(desk, submission);
      } else if (submission.state === 'held') await desk.outbox.wake({});
      await settled();
    }
  }
  return open.map(({ reference, state }) => `${reference} never gets through: it is ${state}.`);
}

/** A person must not be bothered without need. */
async function untrueReason(
  { pims, machine, person, isRestored }: Cast,
  submission: Submission,
): Promise<string | null> {
  const desk = await machine.running();
  const evidence = await desk.outbox.evidence({ id: submission.id });
  const { reference, orderNumber } = submission;
  const isChangedTwice = (order: string | null) =>
    person.meant.filter(({ target, changes }) => target === order && changes.size > 0).length > 1;
  const isChangedByOtherDraft = person.meant.some(
    ({ id, target, changes }) =>
      id !== submission.draftId && target !== null && target === orderNumber && changes.size > 0,
  );
  switch (evidence?.kind) {
    case 'unsure': {
      const places = [
        reference.toUpperCase(),
        String(orderNumber),
        ...evidence.candidates.map(({ id }) => id),
      ];
      // After a restore, what an old draft is to send may be there from before.
      return isRestored ||
        places.some((place) => pims.interfered.has(place) || pims.changedByOthers.has(place))
        ? null
        : `${reference} is in doubt although nobody interfered.`;
    }
    case 'differs':
      // While it was in doubt, the person may have edited the line that it brought, in another draft.
      return pims.changedByOthers.has(String(orderNumber)) || isRestored || isChangedByOtherDraft
        ? null
        : `${reference} is said to differ, but it does not.`;
    case 'conflict':
      // A draft that had to wait may meet what a later one has changed.
      return pims.changedByOthers.has(String(orderNumber)) || isRestored || isChangedTwice(orderNumber)
        ? null
        : `${reference} is said to meet somebody else's change, and there is none.`;
    case 'duplicate':
    case 'refused':
    case 'unreadable':
      return null;
    case undefined:
      return `${reference} needs attention without a reason.`;
  }
}
