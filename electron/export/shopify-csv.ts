import {
  addressLines,
  doubtWords,
  orderWords,
  rawWords,
  recordDoubts,
  recordWords,
  stateWords,
} from '../../shared/fulfilment/fulfilment-words.ts';
import { stateOf } from '../../shared/fulfilment/order-state.ts';
import { type PartSum, sumParts } from '../../shared/fulfilment/part-sums.ts';
import type { ShopifyOrder, ShopifyRecord } from '../../shared/fulfilment/shopify-record.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import { csvOf } from './csv.ts';

const columns = [
  'Shopify order',
  'Part',
  'Description',
  'State',
  'Ordered',
  'Shipped',
  'Still to come',
  'Neither',
  'Quoted',
  'Returned',
  'As PIMS has it',
  'Serial numbers',
  'AppleCare',
  'Dropship',
  'Tracking numbers',
  'PIMS records',
  'Ship to',
  'Remarks',
  'Read',
] as const;

type Row = PimsFields & Partial<Record<(typeof columns)[number], string>>;

/**
 * Looked-up orders as the text of a CSV file: a row for each part, or one for an order that has none. Figures are exact
 * decimals without thousands marks; beside them stands what PIMS has, record by record.
 */
export function shopifyCsv(orders: readonly ShopifyOrder[]): string {
  return csvOf(columns, orders.flatMap(rowsOf));
}

/** The name that the save dialog offers: `shopify-12345.csv`, or `shopify-orders.csv` for several. */
export function shopifyFileName(orders: readonly ShopifyOrder[]): string {
  const [first, second] = orders;
  const name = first?.number.replace(/[^\p{L}\p{N}-]+/gu, '') ?? '';
  return second === undefined && name !== '' ? `shopify-${name}.csv` : 'shopify-orders.csv';
}

function rowsOf(order: ShopifyOrder): Row[] {
  const { number, answer } = order;
  if (answer.kind === 'not-read') {
    return [{ 'Shopify order': number, State: orderWords(order), Remarks: answer.error.message }];
  }
  const { records, readAt } = answer;
  const sums = sumParts(records);
  const common = { 'Shopify order': number, ...recordCells(records), Read: readAt };
  const doubts = recordDoubts(records, sums);
  if (sums.parts.length === 0) return [{ ...common, State: orderWords(order), Remarks: doubts.join(' ') }];
  return sums.parts.map((part) => ({ ...common, ...partCells(part, records, doubts) }));
}

function recordCells(records: readonly ShopifyRecord[]): Row {
  const addresses = records
    .map(({ shipTo }) => addressLines(shipTo).join(', '))
    .filter((text) => text !== '');
  return {
    Dropship: yes(records.some(({ isDropship }) => isDropship)),
    'Tracking numbers': joined(records.flatMap(({ trackingNumbers }) => trackingNumbers)),
    'PIMS records': joined(records.map(recordWords)),
    'Ship to': joined(addresses),
  };
}

function partCells(part: PartSum, records: readonly ShopifyRecord[], recordRemarks: readonly string[]): Row {
  const remarks = part.doubts.map((doubt) => doubtWords(doubt, records));
  return {
    Part: part.partNumber,
    Description: part.description,
    State: stateWords(stateOf(part)),
    Ordered: part.ordered,
    Shipped: part.shipped,
    'Still to come': part.toCome,
    Neither: part.lost,
    Quoted: part.quoted,
    Returned: part.returned,
    'As PIMS has it': part.lines.map((line) => rawWords(line, records)).join('; '),
    'Serial numbers': joined(part.serialNumbers),
    AppleCare: yes(part.isAppleCare),
    Remarks: [...remarks, ...recordRemarks].join(' '),
  };
}

function joined(values: readonly string[]): string {
  return [...new Set(values)].join('; ');
}

function yes(is: boolean): string {
  return is ? 'yes' : '';
}
