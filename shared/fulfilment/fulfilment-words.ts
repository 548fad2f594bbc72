import { assertNever } from '../errors.ts';
import { figure } from '../outbox/day-check-words.ts';
import { readStage, type Stage } from '../pims/stage.ts';
import { type FulfilmentState, isZero, stateOf, totalsOf } from './order-state.ts';
import { type Doubt, type FulfilmentSums, type PartSum, sumParts } from './part-sums.ts';
import type { ShipTo, ShopifyOrder, ShopifyRecord } from './shopify-record.ts';

const stageNames: Readonly<Record<Stage, string>> = {
  worksheet: 'worksheet',
  quote: 'quote',
  sales_order: 'sales order',
  invoice: 'invoice',
  void: 'void record',
};

/** A state in a word or two, as it stands in a column. */
export function stateWords(state: FulfilmentState): string {
  switch (state) {
    case 'quoted':
      return 'Quoted';
    case 'waiting':
      return 'Not shipped';
    case 'part':
      return 'Partly shipped';
    case 'short':
      return 'Ended short';
    case 'shipped':
      return 'Shipped';
    case 'nothing':
      return 'Nothing to ship';
    default:
      return assertNever(state);
  }
}

/** What became of a number, in a word or two. */
export function orderWords({ answer }: ShopifyOrder): string {
  if (answer.kind === 'not-read') return 'Not looked up';
  if (answer.records.length === 0) return 'Not in PIMS';
  return stateWords(stateOf(totalsOf(sumParts(answer.records))));
}

/** "10 units ordered, 5 shipped, 5 still to come." */
export function sumWords(sums: Pick<FulfilmentSums, 'parts'>): string {
  const { ordered, shipped, toCome, lost, quoted, returned } = totalsOf(sums);
  const said = [
    ...(isZero(ordered) && !isZero(quoted)
      ? []
      : [`${units(ordered)} ordered`, `${figure(shipped)} shipped`]),
    ...(isZero(ordered) && isZero(toCome) ? [] : [`${figure(toCome)} still to come`]),
    ...(isZero(lost) ? [] : [`${figure(lost)} neither shipped nor to come`]),
    ...(isZero(quoted) ? [] : [`${units(quoted)} only quoted`]),
    ...(isZero(returned) ? [] : [`${figure(returned)} returned`]),
  ];
  return `${said.join(', ')}.`;
}

/** "Invoice INV5001", "Sales order without a number", or the tenant's own word for the kind. */
export function recordWords(record: ShopifyRecord | undefined): string {
  const raw = record?.orderType.trim() ?? '';
  const stage = readStage(raw);
  const kind = stage === undefined ? raw || 'record' : stageNames[stage];
  const named = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  return record?.orderNumber == null ? `${named} without a number` : `${named} ${record.orderNumber}`;
}

/** A line's own figures: "Invoice INV5001: 5 of 10 shipped". */
export function rawWords(
  { record, item, counted }: PartSum['lines'][number],
  records: readonly ShopifyRecord[],
): string {
  const words = `${recordWords(records[record])}: ${item.shipped || '–'} of ${item.quantity || '–'} shipped`;
  return counted ? words : `${words} (not counted)`;
}

export function doubtWords(doubt: Doubt, records: readonly ShopifyRecord[]): string {
  switch (doubt.kind) {
    case 'more-shipped-than-listed':
      return `${recordWords(records[doubt.record])} has ${figure(doubt.shipped)} shipped of ${figure(doubt.quantity)}.`;
    case 'rest-not-held':
      return `${units(doubt.units)} ordered, not shipped, and on no open sales order: cancelled, refunded or forgotten.`;
    case 'rest-differs':
      return `The invoices leave ${units(doubt.rest)} open, the sales orders list ${figure(doubt.held)}.`;
    case 'listed-again':
      return 'A sales order seems to list units again that are on an invoice; they are counted once.';
    case 'unreadable':
      return `${recordWords(records[doubt.record])} has figures that are no numbers (${doubt.text}); they are not counted.`;
    case 'also-quoted':
      return `${units(doubt.units)} more on a quote or worksheet, not counted: perhaps the same ones.`;
    default:
      return assertNever(doubt);
  }
}

/** What is odd about the records as a whole, each in a sentence. */
export function recordDoubts(records: readonly ShopifyRecord[], sums: FulfilmentSums): string[] {
  const leftOut = records.flatMap((record) => {
    const stage = readStage(record.orderType);
    if (stage === 'void') return [`${recordWords(record)} is void and not counted.`];
    if (stage !== undefined) return [];
    const kind =
      record.orderType === '' ? 'does not say what it is' : 'is of a kind that Order Desk does not know';
    return [`${recordWords(record)} ${kind}, and is not counted.`];
  });
  const hasTracking = records.some(({ trackingNumbers }) => trackingNumbers.length > 0);
  const nothingShipped = isZero(totalsOf(sums).shipped);
  return hasTracking && nothingShipped
    ? [...leftOut, 'There are tracking numbers, but by the figures nothing was shipped.']
    : leftOut;
}

/** Whether anything about the records deserves a second look. */
export function isDoubtful(records: readonly ShopifyRecord[], sums: FulfilmentSums): boolean {
  return sums.parts.some(({ doubts }) => doubts.length > 0) || recordDoubts(records, sums).length > 0;
}

/** An address as lines on a parcel; what is empty takes none. */
export function addressLines(to: ShipTo): string[] {
  const place = [to.city, [to.state, to.zip].filter((part) => part !== '').join(' ')];
  return [
    to.name,
    to.attention,
    to.address1,
    to.address2,
    place.filter((part) => part !== '').join(', '),
    to.country,
  ].filter((line) => line !== '');
}

function units(decimal: string): string {
  return decimal === '1' ? '1 unit' : `${figure(decimal)} units`;
}
