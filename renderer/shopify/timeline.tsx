import { recordWords } from '../../shared/fulfilment/fulfilment-words.ts';
import type { ShopifyRecord } from '../../shared/fulfilment/shopify-record.ts';
import { pimsDay, timelineOf } from '../../shared/fulfilment/timeline.ts';
import { absoluteTime, dateWords } from '../ui/time.ts';
import classes from './shopify.module.css';

/** When the records were made and changed, oldest first. */
export function Timeline({ records }: { readonly records: readonly ShopifyRecord[] }) {
  return (
    <ol className={classes.timeline} aria-label="Timeline">
      {timelineOf(records).map(({ record, what, at }) => (
        <li key={`${record} ${what}`}>
          <span className={classes.date}>{at === null ? 'No date' : timeWords(at)}</span>
          <span>
            {recordWords(records[record])} {what === 'created' ? 'created' : 'last changed'}
          </span>
        </li>
      ))}
    </ol>
  );
}

function timeWords(at: string): string {
  const day = pimsDay(at);
  return day === null ? absoluteTime(at) : dateWords(day);
}
