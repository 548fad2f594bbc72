import type { DeskErrorShape } from '../../shared/errors.ts';

/** What bears a reference already. */
export interface ReferenceInUse {
  readonly reference: string;
  /** Order numbers in PIMS. */
  readonly orders: readonly string[];
  /** How many other drafts of this machine have it. */
  readonly drafts: number;
}

/** Reads the refusal of a submit; null when it is about something else. */
export function readReferenceInUse({ details }: Pick<DeskErrorShape, 'details'>): ReferenceInUse | null {
  const { reason, reference, orders, drafts } = details;
  if (reason !== 'duplicate-reference' || typeof reference !== 'string') return null;
  return {
    reference,
    orders: typeof orders === 'string' ? orders.split(', ').filter((number) => number !== '') : [],
    drafts: typeof drafts === 'number' ? drafts : 0,
  };
}

/** Where a reference is in use: "in PIMS as order 54321 and in another draft". */
export function whereInUse({ orders, drafts }: ReferenceInUse): string {
  const [only, ...more] = orders;
  const inPims =
    only === undefined
      ? 'in PIMS'
      : `in PIMS as ${more.length === 0 ? `order ${only}` : `${orders.length} orders`}`;
  const inDrafts = drafts === 1 ? 'in another draft' : `in ${drafts} other drafts`;
  if (drafts === 0) return inPims;
  return only === undefined ? inDrafts : `${inPims} and ${inDrafts}`;
}
