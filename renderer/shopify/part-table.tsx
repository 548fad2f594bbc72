import { Badge } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { Fragment } from 'react';
import { doubtWords, rawWords } from '../../shared/fulfilment/fulfilment-words.ts';
import { isZero, stateOf } from '../../shared/fulfilment/order-state.ts';
import type { FulfilmentSums, PartSum } from '../../shared/fulfilment/part-sums.ts';
import type { ShopifyRecord } from '../../shared/fulfilment/shopify-record.ts';
import { figure } from '../../shared/outbox/day-check-words.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import tableClasses from '../ui/data-table.module.css';
import classes from './shopify.module.css';
import { StateLabel } from './state-label.tsx';

interface PartTableProps {
  readonly sums: FulfilmentSums;
  readonly records: readonly ShopifyRecord[];
  /** Beside each sum, the lines that it was made of as PIMS has them. */
  readonly isRawShown: boolean;
}

/** Each part over all records; charges and notes below, outside of the sums. */
export function PartTable({ sums, records, isRawShown }: PartTableProps) {
  return (
    <div className={classes.tableFrame}>
      <table className={`${tableClasses.table} ${classes.partTable}`} aria-label="Parts of the Shopify order">
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">Description</th>
            <th scope="col" className={tableClasses.figure}>
              Ordered
            </th>
            <th scope="col" className={tableClasses.figure}>
              Shipped
            </th>
            <th scope="col" className={tableClasses.figure}>
              Still to come
            </th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {sums.parts.map((part) => (
            <Fragment key={part.key}>
              <tr>
                <td>{part.partNumber || '–'}</td>
                <td className={classes.description}>
                  <div className={classes.described}>
                    <span>{part.description}</span>
                    {part.isAppleCare && (
                      <Badge variant="default" flex="none">
                        AppleCare
                      </Badge>
                    )}
                  </div>
                </td>
                <td className={tableClasses.figure}>{figure(part.ordered)}</td>
                <td className={tableClasses.figure}>{figure(part.shipped)}</td>
                <td className={tableClasses.figure} data-open={!isZero(part.toCome) || undefined}>
                  {figure(part.toCome)}
                </td>
                <td>
                  <StateLabel state={stateOf(part)} />
                </td>
              </tr>
              <More part={part} records={records} isRawShown={isRawShown} />
            </Fragment>
          ))}
          {sums.asides.map(({ record, item }, index) => (
            // The lines of one answer never change places.
            <tr key={`${index} ${item.partNumber}`} className={classes.dim}>
              <td>{item.partNumber || '–'}</td>
              <td className={classes.description}>{item.description}</td>
              <td colSpan={4}>
                Not counted{isRawShown && `; ${rawWords({ record, item, counted: true }, records)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface MoreProps {
  readonly part: PartSum;
  readonly records: readonly ShopifyRecord[];
  readonly isRawShown: boolean;
}

/** What does not fit into figures: serial numbers, what is quoted or returned, doubts, and what PIMS has. */
function More({ part, records, isRawShown }: MoreProps) {
  const { serialNumbers, doubts, quoted, returned, lines } = part;
  const further = [
    ...(isZero(quoted) ? [] : [`${figure(quoted)} quoted, not ordered yet`]),
    ...(isZero(returned) ? [] : [`${figure(returned)} returned`]),
  ];
  const isEmpty = serialNumbers.length + doubts.length + further.length === 0;
  if (isEmpty && !isRawShown) return null;
  return (
    <tr className={classes.more}>
      <td />
      <td colSpan={5}>
        {further.map((words) => (
          <div key={words}>{words}</div>
        ))}
        {serialNumbers.length > 0 && (
          <div className={classes.serials}>
            <span>
              {serialNumbers.length === 1 ? 'Serial number' : `${serialNumbers.length} serial numbers`}:{' '}
              {serialNumbers.join(', ')}
            </span>
            <CopyButton
              value={serialNumbers.join('\n')}
              what={serialNumbers.length === 1 ? 'serial number' : 'serial numbers'}
            />
          </div>
        )}
        {doubts.map((doubt) => (
          <div key={JSON.stringify(doubt)} className={classes.doubt}>
            <TriangleAlert size={14} aria-hidden />
            <span>{doubtWords(doubt, records)}</span>
          </div>
        ))}
        {isRawShown &&
          lines.map((line, index) => (
            // The lines of one answer never change places.
            <div key={`${index} ${line.record}`} className={classes.raw}>
              {rawWords(line, records)}
            </div>
          ))}
      </td>
    </tr>
  );
}
