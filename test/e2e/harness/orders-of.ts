import type { PracticeServer } from '../../../electron/practice-server/practice-server.ts';

/** The orders of PIMS that bear a reference. */
export function bearing(practice: PracticeServer, reference: string) {
  return practice.orders().filter(({ fields }) => fields.REFERENCE_NUMBER === reference);
}

/** The quantities of their lines, order by order. */
export function quantities(practice: PracticeServer, reference: string) {
  return bearing(practice, reference).map(({ lines }) => lines.map(({ QUANTITY }) => QUANTITY));
}
