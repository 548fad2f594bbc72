import type { Page } from '@playwright/test';
import type { PracticeServer } from '../../electron/practice-server/practice-server.ts';
import type { Dice } from '../../electron/practice-server/sample-data/dice.ts';
import type { JournalEntry, Submission } from '../../shared/outbox/submission.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';

/** An order as a person wants it. */
export interface LongOrder {
  readonly header: PimsFields;
  readonly lines: readonly PimsFields[];
}

/**
 * Orders of so many lines each, of few parts and quantities, so that many lines of one order are alike. Every other
 * one has a reference that a person gave; the others get one of Order Desk's.
 */
export function drawOrders(
  dice: Dice,
  practice: PracticeServer,
  size: { readonly orders: number; readonly linesEach: number },
): LongOrder[] {
  const records = practice.orders();
  const parts = [
    ...new Set(
      records.flatMap(({ lines }) =>
        lines.flatMap(({ PART_CODE: part = '' }) => (part === '' ? [] : [part])),
      ),
    ),
  ];
  const customer = records.find(({ fields }) => fields.CUSTOMER_CODE)?.fields.CUSTOMER_CODE;
  if (customer === undefined || parts.length < 3)
    throw new Error('The sample data lacks customers or parts.');
  return Array.from({ length: size.orders }, (_, index) => {
    const some = dice.shuffled(parts).slice(0, 3);
    return {
      header: {
        CUSTOMER_CODE: customer,
        BNAME: `Long order ${index + 1}`,
        ...(index % 2 === 0 ? { REFERENCE_NUMBER: `LONG-${index + 1}` } : {}),
      },
      lines: Array.from({ length: size.linesEach }, () => ({
        PART_CODE: dice.pick(some),
        QUANTITY: String(dice.int(1, 2)),
      })),
    };
  });
}

/** Fills and submits the orders below the screens, as they would. */
export async function submitAll(window: Page, orders: readonly LongOrder[]): Promise<void> {
  for (const order of orders) {
    const problem = await window.evaluate(async ({ header, lines }) => {
      const call = self.orderDesk.call;
      const draft = await call('drafts.create', {});
      if (!draft.ok) return draft.error.message;
      const { id } = draft.value;
      const edited = await call('drafts.edit', {
        id,
        edits: [
          ...Object.entries(header).map(([field, value]) => ({ kind: 'set-header' as const, field, value })),
          ...lines.map((fields, index) => ({
            kind: 'insert-line' as const,
            lineId: `line-${index}`,
            after: index === 0 ? null : `line-${index - 1}`,
            fields,
          })),
        ],
      });
      if (!edited.ok) return edited.error.message;
      const submitted = await call('drafts.submit', { id });
      return submitted.ok ? null : submitted.error.message;
    }, order);
    if (problem !== null) throw new Error(`An order could not be submitted: ${problem}`);
  }
}

export interface SubmissionWithJournal {
  readonly submission: Submission;
  readonly journal: readonly JournalEntry[];
}

/** The outbox with its journals, read below the screens. */
export function readOutbox(window: Page): Promise<SubmissionWithJournal[]> {
  return window.evaluate(async () => {
    const call = self.orderDesk.call;
    const list = await call('outbox.list', {});
    if (!list.ok) throw new Error(list.error.message);
    return Promise.all(
      list.value.map(async (submission) => {
        const journal = await call('outbox.journal', { id: submission.id });
        if (!journal.ok) throw new Error(journal.error.message);
        return { submission, journal: journal.value };
      }),
    );
  });
}

/** What a line is, for comparing what was wanted with what is there. */
export function lineWords({ PART_CODE: part = '', QUANTITY: quantity = '' }: PimsFields): string {
  return `${part} × ${quantity}`;
}
