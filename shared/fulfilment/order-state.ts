import { exactSum } from '../outbox/exact-sum.ts';
import type { FulfilmentSums, PartSum } from './part-sums.ts';

type Figures = Pick<PartSum, 'ordered' | 'shipped' | 'toCome' | 'lost' | 'quoted' | 'returned'>;

/**
 * How far a part or an order is.
 * - `quoted`: nothing is ordered yet.
 * - `waiting`: ordered, and nothing shipped.
 * - `part`: some was shipped, and the rest is to come.
 * - `short`: some was ordered that was not shipped and is held by no sales order, and nothing more is to come.
 * - `shipped`: all of it.
 * - `nothing`: there are no goods, or nothing of it counts.
 */
export type FulfilmentState = 'quoted' | 'waiting' | 'part' | 'short' | 'shipped' | 'nothing';

export function stateOf({
  ordered,
  shipped,
  toCome,
  lost,
  quoted,
}: Omit<Figures, 'returned'>): FulfilmentState {
  if (!isZero(toCome)) return isZero(shipped) ? 'waiting' : 'part';
  if (!isZero(lost)) return 'short';
  if (!isZero(quoted) && isZero(ordered)) return 'quoted';
  return isZero(ordered) && isZero(shipped) ? 'nothing' : 'shipped';
}

/** The units of all parts together. */
export function totalsOf({ parts }: Pick<FulfilmentSums, 'parts'>): Figures {
  const total = (figure: keyof Figures) => exactSum(parts.map((part) => part[figure]));
  return {
    ordered: total('ordered'),
    shipped: total('shipped'),
    toCome: total('toCome'),
    lost: total('lost'),
    quoted: total('quoted'),
    returned: total('returned'),
  };
}

/** Whether a figure that we made is zero. */
export function isZero(figure: string): boolean {
  return /^0+(\.0+)?$/.test(figure);
}
