import type { OrderDesk } from '../../../electron/order-desk.ts';
import type { PracticeServer } from '../../../electron/practice-server/practice-server.ts';
import { journalWords } from '../../../shared/outbox/journal-words.ts';
import type { Submission } from '../../../shared/outbox/submission.ts';
import { findSubmission, until } from './desk-under-test.ts';

/** The quantities of an order of so many lines that is there whole and once. */
export function oneTo(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1));
}

/** Waits until PIMS has so many of its steps. */
export async function untilStep(desk: OrderDesk, { id }: Submission, done: number): Promise<void> {
  await until(`${done} steps are done`, async () => (await findSubmission(desk, id)).stepsDone >= done);
}

/** Its journal as a person reads it, oldest first. */
export async function wordsOf(desk: OrderDesk, { id }: Submission): Promise<string[]> {
  return (await desk.outbox.journal({ id })).map((entry) => journalWords(entry).text);
}

/** How many requests that change something have reached PIMS. */
export function writesTo(practice: PracticeServer): number {
  return practice.requests().filter(({ method }) => method === 'PUT').length;
}
