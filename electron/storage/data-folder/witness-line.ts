import { z } from 'zod';
import {
  type DraftId,
  draftIdSchema,
  orderNumberSchema,
  type SubmissionId,
  submissionIdSchema,
} from '../../../shared/ids.ts';
import { parseJson } from '../settings.ts';

/*
 * One line of the witness: what stands beside the database so that, should it be damaged, a person can be told what
 * is missing. It names things as a person knows them, and holds no other field and no secret.
 */

const about = {
  /** Grows by one from line to line. */
  n: z.number().int().positive(),
  /** When it came to stand so, by the database. */
  at: z.string(),
  reference: z.string(),
  customerCode: z.string(),
  lineCount: z.number().int(),
};

export const draftFactSchema = z.object({
  ...about,
  draft: draftIdSchema,
  state: z.enum(['open', 'queued', 'sent', 'removed']),
});
export const orderFactSchema = z.object({
  ...about,
  order: submissionIdSchema,
  /** The draft that it came from. */
  ofDraft: draftIdSchema,
  /** `in-pims`: it has an order number. */
  state: z.enum(['queued', 'in-pims', 'sent', 'withdrawn']),
  orderNumber: orderNumberSchema.nullable(),
});
export const witnessLineSchema = z.union([draftFactSchema, orderFactSchema]);

export type DraftLineFact = z.infer<typeof draftFactSchema>;
export type OrderLineFact = z.infer<typeof orderFactSchema>;
export type WitnessLine = z.infer<typeof witnessLineSchema>;
/** What a line says, without its number. */
export type Fact = Omit<DraftLineFact, 'n'> | Omit<OrderLineFact, 'n'>;

/** What a line is about. */
export function subjectOf(fact: Fact): string {
  return 'draft' in fact ? draftSubject(fact.draft) : orderSubject(fact.order);
}

export function draftSubject(id: DraftId): string {
  return `draft ${id}`;
}

export function orderSubject(id: SubmissionId): string {
  return `order ${id}`;
}

/** Whether two lines say the same. */
export function saysTheSame(one: Fact, other: Fact): boolean {
  const values = (fact: Fact) =>
    JSON.stringify([
      subjectOf(fact),
      fact.at,
      fact.state,
      fact.reference,
      fact.customerCode,
      fact.lineCount,
      'orderNumber' in fact ? fact.orderNumber : null,
    ]);
  return values(one) === values(other);
}

/** Whether nothing more will happen to it, as far as is known. */
export function isFinished({ state }: Fact): boolean {
  return state === 'sent' || state === 'removed' || state === 'withdrawn';
}

export interface Witnessed {
  /** The newest line about each thing. */
  readonly last: Map<string, WitnessLine>;
  /** The highest number of a line; 0 when there is none. */
  readonly newest: number;
}

/** Reads the witness. A line that a power cut has torn, or that a later version writes, is passed over. */
export function readLines(text: string): Witnessed {
  const last = new Map<string, WitnessLine>();
  let newest = 0;
  for (const row of text.split('\n')) {
    const reading = witnessLineSchema.safeParse(parseJson(row));
    if (!reading.success) continue;
    const line = reading.data;
    newest = Math.max(newest, line.n);
    const subject = subjectOf(line);
    const before = last.get(subject);
    if (before === undefined || before.n < line.n) last.set(subject, line);
  }
  return { last, newest };
}

/** Orders that are through and are remembered: far more than are sent between two backups. */
const ORDERS_KEPT = 1_000;

/** The lines that are still of use, in their order. A draft that is done with can't be lost any more. */
export function worthKeeping(last: ReadonlyMap<string, WitnessLine>): WitnessLine[] {
  const byNumber = [...last.values()].sort((a, b) => a.n - b.n);
  const orders = byNumber.filter((line) => 'order' in line && isFinished(line));
  const remembered = new Set(orders.slice(-ORDERS_KEPT));
  return byNumber.filter((line) => !isFinished(line) || remembered.has(line));
}
