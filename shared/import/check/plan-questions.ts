import { partKey } from '../../parts/part.ts';
import { codeKey } from '../../pims/code-key.ts';
import { CODES_A_REQUEST } from '../../pims/codes-a-request.ts';
import type { PimsAnswers } from './check-row.ts';
import type { CheckedRow } from './checked-row.ts';

/** What PIMS would be asked, a request for each batch. Shown before anything is sent, for each request is metered. */
export interface QuestionPlan {
  readonly parts: readonly (readonly string[])[];
  readonly customers: readonly (readonly string[])[];
  readonly requests: number;
}

/** The part and customer codes of the rows that nobody has asked for yet, each once. Rows that are left out ask nothing. */
export function planQuestions(
  rows: Iterable<Pick<CheckedRow, 'fields' | 'order' | 'isLeftOut'>>,
  answers: PimsAnswers,
): QuestionPlan {
  const parts = new Map<string, string>();
  const customers = new Map<string, string>();
  for (const { fields, order, isLeftOut } of rows) {
    if (isLeftOut) continue;
    const part = (fields.PART_CODE ?? '').trim();
    if (part !== '' && !answers.parts.has(partKey(part))) parts.set(partKey(part), part);
    const customer = (order.CUSTOMER_CODE ?? '').trim();
    if (customer !== '' && !answers.customers.has(codeKey(customer))) {
      customers.set(codeKey(customer), customer);
    }
  }
  const partBatches = batchesOf([...parts.values()]);
  const customerBatches = batchesOf([...customers.values()]);
  return {
    parts: partBatches,
    customers: customerBatches,
    requests: partBatches.length + customerBatches.length,
  };
}

function batchesOf(codes: readonly string[]): string[][] {
  const batches: string[][] = [];
  for (let at = 0; at < codes.length; at += CODES_A_REQUEST)
    batches.push(codes.slice(at, at + CODES_A_REQUEST));
  return batches;
}
