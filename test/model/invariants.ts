import type { Submission } from '../../shared/outbox/submission.ts';
import type { Machine } from './machine.ts';
import type { ModelPims } from './model-pims.ts';
import { lineWords, type Person } from './person.ts';

interface Ended {
  readonly pims: ModelPims;
  readonly machine: Machine;
  readonly person: Person;
}

/** What is not as it has to be once every order has gone through. */
export async function violationsOf({ pims, machine, person }: Ended): Promise<string[]> {
  const desk = await machine.running();
  const all = await desk.outbox.list();
  const sent = all.filter(({ state }) => state === 'sent');
  const found: string[] = [];
  const numbers = sent.map(({ orderNumber }) => String(orderNumber));
  if (new Set(numbers).size < numbers.length)
    found.push(`Two drafts claim one order: ${numbers.join(', ')}.`);
  for (const number of pims.ordersOfApi.keys()) {
    if (!numbers.includes(number)) found.push(`Order ${number} came in twice: no draft stands for it.`);
  }
  for (const { id, header, lines } of person.meant) {
    const submission = sent.find(({ draftId }) => draftId === id);
    if (submission === undefined) {
      found.push(`A draft of ${header.BNAME} is not sent.`);
      continue;
    }
    const number = String(submission.orderNumber);
    const order = pims.ordersOfApi.get(number);
    if (order === undefined)
      found.push(`${submission.reference} claims order ${number}, which is another's.`);
    else if (order.BNAME !== header.BNAME) found.push(`Order ${number} is of ${order.BNAME}.`);
    const there = (pims.linesOfApi.get(number) ?? []).map(lineWords);
    if (there.join() !== lines.join()) {
      found.push(`Order ${number} has ${there.join()} and should have ${lines.join()}.`);
    }
  }
  found.push(...untouched(pims));
  for (const submission of all) found.push(...(await journalViolations(machine, submission)));
  return found;
}

/** Lines over the API only ever went to orders over the API. */
function untouched(pims: ModelPims): string[] {
  return [...pims.linesOfApi.keys()]
    .filter((number) => !pims.ordersOfApi.has(number))
    .map((number) => `Order ${number} is somebody else's, and got lines.`);
}

/** Each step is done once, as the journal tells it. */
async function journalViolations(
  machine: Machine,
  { id, state, ...submission }: Submission,
): Promise<string[]> {
  if (state !== 'sent') return [];
  const desk = await machine.running();
  const entries = await desk.outbox.journal({ id });
  const done = entries.filter(({ kind }) => kind === 'done' || kind === 'adopted');
  const ordinals = new Set(done.map(({ step }) => step?.ordinal));
  const agrees = done.length === submission.stepsTotal && ordinals.size === done.length;
  return agrees ? [] : [`The journal of ${submission.reference} does not tell each step once.`];
}
