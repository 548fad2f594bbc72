import type { Submission } from '../../shared/outbox/submission.ts';
import type { Machine } from './machine.ts';
import { type ModelPims, OLD_ORDER } from './model-pims.ts';
import { hasWork, lineMark, lineWords, type MeantDraft, type Person } from './person.ts';

interface Ended {
  readonly pims: ModelPims;
  readonly machine: Machine;
  readonly person: Person;
  /** Lines of one order were sent one after the other. */
  readonly isInOrder: boolean;
  /** The numbers of drafts that a restored backup does not know: what they brought into PIMS stays there. */
  readonly lost: ReadonlySet<number>;
}

/** What is not as it has to be once every order has gone through. */
export async function violationsOf(ended: Ended): Promise<string[]> {
  const { pims, machine, person, lost } = ended;
  const desk = await machine.running();
  const all = await desk.outbox.list();
  const sent = all.filter(({ state }) => state === 'sent');
  const orders = sent.filter(({ isAddition }) => !isAddition);
  const found: string[] = [...pims.lostUpdates];
  const numbers = orders.map(({ orderNumber }) => String(orderNumber));
  if (new Set(numbers).size < numbers.length)
    found.push(`Two drafts claim one order: ${numbers.join(', ')}.`);
  const lostNames = new Set([...lost].map((number) => `Customer ${number}`));
  for (const [number, { BNAME = '' }] of pims.ordersOfApi) {
    if (lostNames.has(BNAME)) lostNames.delete(BNAME);
    else if (!numbers.includes(number)) found.push(`Order ${number} came in twice: no draft stands for it.`);
  }
  for (const draft of person.meant) {
    const { id, header, target } = draft;
    const submission = sent.find(({ draftId }) => draftId === id);
    if (submission === undefined) {
      // One of which every change was given up, or sent before it went back, has nothing left to send.
      if (hasWork(await desk.drafts.open({ id }))) {
        found.push(`A draft of ${header.BNAME ?? `order ${target}`} is not sent.`);
      }
      continue;
    }
    if (target !== null) continue;
    const number = String(submission.orderNumber);
    const order = pims.ordersOfApi.get(number);
    if (order === undefined)
      found.push(`${submission.reference} claims order ${number}, which is another's.`);
    else if (order.BNAME !== header.BNAME) found.push(`Order ${number} is of ${order.BNAME}.`);
  }
  found.push(...lineViolations(ended, sent), ...changeViolations(ended, all));
  for (const submission of all) found.push(...(await journalViolations(machine, submission)));
  return found;
}

/** Each order got the lines of its drafts once, and nothing else got any. */
function lineViolations({ pims, person, isInOrder, lost }: Ended, sent: readonly Submission[]): string[] {
  const found: string[] = [];
  const lostMarks = new Set([...lost].flatMap((draft) => [0, 1, 2, 3].map((line) => lineMark(draft, line))));
  const orderOf = ({ id, target }: MeantDraft) =>
    target ?? String(sent.find(({ draftId }) => draftId === id)?.orderNumber);
  for (const number of new Set([...pims.linesOfApi.keys(), ...person.meant.map(orderOf)])) {
    const drafts = person.meant.filter((draft) => orderOf(draft) === number);
    const there = (pims.linesOfApi.get(number) ?? [])
      .filter(({ DESCRIPTION = '' }) => !lostMarks.has(DESCRIPTION))
      .map(lineWords);
    const meant = drafts.flatMap(({ lines }) => lines);
    if (there.toSorted().join() !== meant.toSorted().join()) {
      found.push(`Order ${number} has ${there.join()} and should have ${meant.join()}.`);
    } else if (isInOrder && !drafts.every(({ lines }) => isWithin(lines, there))) {
      found.push(`Order ${number} has ${there.join()}, out of the order of its drafts.`);
    }
    const isKnown = pims.ordersOfApi.has(number) || number === OLD_ORDER;
    if (!isKnown && there.length > 0) found.push(`Order ${number} is somebody else's, and got lines.`);
  }
  return found;
}

function isWithin(lines: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const line of all) if (line === lines[at]) at += 1;
  return at === lines.length;
}

/** Each change that was not given up has come in, and the latest one of a line stands where nobody else changed it. */
function changeViolations({ pims, person, lost }: Ended, all: readonly Submission[]): string[] {
  const found: string[] = [];
  const place = new Map(all.toReversed().map(({ draftId }, index) => [draftId, index]));
  const latest = new Map<string, { readonly at: number; readonly value: string }>();
  const uncertain = new Set<string>();
  for (const { id, target, changes, givenUp, decided } of person.meant) {
    for (const [line, value] of changes) {
      const key = `${target} ${line}`;
      const isIn = pims.updatesOfApi.some(
        (one) => one.order === target && one.line === line && one.quantity === value,
      );
      // Of a draft that went back in between, it shows in no place when this change was sent.
      const wentBack = all.filter(({ draftId }) => draftId === id).length > 1;
      if (givenUp.has(line) || decided.has(line) || wentBack) uncertain.add(key);
      if (!givenUp.has(line) && !isIn)
        found.push(`The change of line ${line} of order ${target} to ${value} never came in.`);
      const at = place.get(id) ?? 0;
      if (at >= (latest.get(key)?.at ?? 0)) latest.set(key, { at, value });
    }
  }
  for (const [key, { value }] of latest) {
    const [order = '', line = ''] = key.split(' ');
    const there = pims.order(order)?.lines.find((one) => one.LINE_NUMBER === line)?.QUANTITY;
    const isSettled = !uncertain.has(key) && !pims.changedByOthers.has(order) && lost.size === 0;
    if (isSettled && there !== value) {
      found.push(`Line ${line} of order ${order} has ${there}, though ${value} was sent last.`);
    }
  }
  const targets = new Set(person.meant.map(({ target }) => target));
  for (const { order, line } of pims.updatesOfApi) {
    if (!targets.has(order) && lost.size === 0)
      found.push(`Line ${line} of order ${order} was changed, and by nobody.`);
  }
  return found;
}

/** Each step is done once, as the journal tells it. */
async function journalViolations(
  machine: Machine,
  { id, state, ...submission }: Submission,
): Promise<string[]> {
  if (state !== 'sent') return [];
  const desk = await machine.running();
  const entries = await desk.outbox.journal({ id });
  const done = entries.filter(({ kind }) => kind === 'done' || kind === 'adopted' || kind === 'skipped');
  const ordinals = new Set(done.map(({ step }) => step?.ordinal));
  const agrees = done.length === submission.stepsTotal && ordinals.size === done.length;
  return agrees ? [] : [`The journal of ${submission.reference} does not tell each step once.`];
}
