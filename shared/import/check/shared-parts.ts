import { partKey } from '../../parts/part.ts';
import type { CheckedRow } from './checked-row.ts';

type Row = Pick<CheckedRow, 'id' | 'fields' | 'groupKey' | 'isLeftOut'>;

/** Which rows have the same part; those that are left out have none. Ids come in the order of the file. */
export interface SharedParts {
  /** The key is the row’s, as `keyOf` gives it. */
  add(key: string | null, row: Row): void;
  /** Takes a row out as it was added. */
  remove(key: string | null, row: Row): void;
  anywhere(key: string): readonly number[];
  inOrder(key: string, groupKey: string | null): readonly number[];
  /** False for a row whose part no other row has, or ever had. */
  mayShare(id: number): boolean;
  /** All rows that share their part with another one of their order. */
  repeated(): number[];
}

/** The `partKey` of a row; null for one that has no part, or is left out. */
export function keyOf({ fields, isLeftOut }: Pick<Row, 'fields' | 'isLeftOut'>): string | null {
  const key = isLeftOut ? '' : partKey(fields.PART_CODE ?? '');
  return key === '' ? null : key;
}

interface Sharing {
  /** The order of each row. */
  readonly rows: Map<number, string | null>;
  /** By order, made when somebody asks, and again when a row has changed. */
  byOrder: Map<string | null, number[]> | null;
}

const NO_IDS: readonly number[] = [];

/** Most parts come once, so that a part with one row is kept as that row alone. */
export function createSharedParts(): SharedParts {
  const byPart = new Map<string, Row | Sharing>();
  const sharing = new Set<number>();

  const ordersOf = (found: Sharing): Map<string | null, number[]> => {
    if (found.byOrder !== null) return found.byOrder;
    const byOrder = new Map<string | null, number[]>();
    for (const id of idsOf(found)) {
      const groupKey = found.rows.get(id) ?? null;
      const ids = byOrder.get(groupKey);
      if (ids === undefined) byOrder.set(groupKey, [id]);
      else ids.push(id);
    }
    found.byOrder = byOrder;
    return byOrder;
  };

  return {
    add(key, row) {
      if (key === null) return;
      const before = byPart.get(key);
      if (before === undefined) byPart.set(key, row);
      else if ('rows' in before) {
        sharing.add(row.id);
        before.rows.set(row.id, row.groupKey);
        before.byOrder = null;
      } else {
        sharing.add(before.id).add(row.id);
        const rows = new Map([before, row].map(({ id, groupKey }) => [id, groupKey]));
        byPart.set(key, { rows, byOrder: null });
      }
    },
    remove(key, row) {
      const before = key === null ? undefined : byPart.get(key);
      if (key === null || before === undefined) return;
      if (!('rows' in before)) {
        byPart.delete(key);
        return;
      }
      before.rows.delete(row.id);
      before.byOrder = null;
    },
    anywhere(key) {
      const found = byPart.get(key);
      if (found === undefined) return NO_IDS;
      return 'rows' in found ? idsOf(found) : [found.id];
    },
    inOrder(key, groupKey) {
      const found = byPart.get(key);
      if (found === undefined) return NO_IDS;
      if ('rows' in found) return ordersOf(found).get(groupKey) ?? NO_IDS;
      return found.groupKey === groupKey ? [found.id] : NO_IDS;
    },
    mayShare: (id) => sharing.has(id),
    repeated: () =>
      [...byPart.values()].flatMap((found) =>
        'rows' in found ? [...ordersOf(found).values()].filter((ids) => ids.length > 1).flat() : [],
      ),
  };
}

function idsOf({ rows }: Sharing): number[] {
  return [...rows.keys()].toSorted((one, other) => one - other);
}
