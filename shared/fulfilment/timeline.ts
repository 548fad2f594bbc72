import { readStage, stages } from '../pims/stage.ts';
import type { ShopifyRecord } from './shopify-record.ts';

/** Something that PIMS has a date of. */
export interface TimelineEntry {
  /** The record's place in the list of records. */
  readonly record: number;
  readonly what: 'created' | 'changed';
  /** As PIMS wrote it; null when it has no date. */
  readonly at: string | null;
}

/**
 * When each record was made and changed, oldest first; what has no date comes last. On one day a quote comes before its
 * sales order, and that before the invoice. A change on the day of the making is none.
 */
export function timelineOf(records: readonly ShopifyRecord[]): TimelineEntry[] {
  const entries = records.flatMap(({ createdAt, modifiedAt }, record): TimelineEntry[] => {
    const created: TimelineEntry = { record, what: 'created', at: createdAt };
    if (modifiedAt === null || modifiedAt === createdAt) return [created];
    return [created, { record, what: 'changed', at: modifiedAt }];
  });
  const progress = ({ record, what }: TimelineEntry): number => {
    const stage = readStage(records[record]?.orderType);
    return (stage === undefined ? stages.length : stages.indexOf(stage)) * 2 + (what === 'created' ? 0 : 1);
  };
  return entries.toSorted(
    (one, other) => compare(timeOf(one), timeOf(other)) || progress(one) - progress(other),
  );
}

function timeOf({ at }: TimelineEntry): number {
  const time = at === null ? Number.NaN : Date.parse(at);
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
}

function compare(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/**
 * The day that PIMS means by a time: it keeps dates, and shows each as midnight somewhere in America, `T05:00:00.000Z` in the
 * examples (pims-shopify-lookup), which is the evening before at a desk further west. `YYYY-MM-DD`; null for a time that is
 * no such midnight.
 */
export function pimsDay(iso: string): string | null {
  return /^(\d{4}-\d{2}-\d{2})(?:T(?:0\d|1[0-2]):00:00(?:\.0+)?Z)?$/.exec(iso)?.[1] ?? null;
}
