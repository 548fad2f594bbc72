import Big from 'big.js';
import { readStage, type Stage } from '../pims/stage.ts';
import { asideKind } from './aside.ts';
import { larger, readFigure } from './figures.ts';
import { type FoldedUnits, foldUnits, type Units } from './fold-units.ts';
import type { ShopifyItem, ShopifyRecord } from './shopify-record.ts';

/** Why the figures of a part deserve a second look. `record` is a place in the list of records. */
export type Doubt =
  | {
      readonly kind: 'more-shipped-than-listed';
      readonly record: number;
      readonly quantity: string;
      readonly shipped: string;
    }
  /** An invoice leaves units open, and no sales order lists the part. */
  | { readonly kind: 'rest-not-held'; readonly units: string }
  /** The invoices leave another number of units open than the sales orders list. */
  | { readonly kind: 'rest-differs'; readonly rest: string; readonly held: string }
  /** A sales order lists units again that the invoices have; they were counted once. */
  | { readonly kind: 'listed-again' }
  | { readonly kind: 'unreadable'; readonly record: number; readonly text: string }
  /** A quote or worksheet lists the part beside an order; its units were not counted. */
  | { readonly kind: 'also-quoted'; readonly units: string };

/** A line as PIMS has it. */
export interface RawLine {
  /** The record's place in the list of records. */
  readonly record: number;
  readonly item: ShopifyItem;
  /** False where its record is void or of an unknown kind, its figures can't be read, or it is a quote beside an order. */
  readonly counted: boolean;
}

/** A part over all records of a Shopify order. All figures are exact decimals, zero or more. */
export interface PartSum {
  readonly key: string;
  readonly partNumber: string;
  readonly description: string;
  readonly isAppleCare: boolean;
  readonly ordered: string;
  readonly shipped: string;
  /** What open sales orders hold and have not shipped. */
  readonly toCome: string;
  /** Ordered, not shipped, and held by no sales order: cancelled, refunded or forgotten. */
  readonly lost: string;
  /** Shipped beyond what was ordered. `ordered + over = shipped + toCome + lost` always holds. */
  readonly over: string;
  /** On a quote or worksheet, not ordered yet. */
  readonly quoted: string;
  /** What came back, by lines with figures below zero; not taken off what was shipped. */
  readonly returned: string;
  readonly serialNumbers: readonly string[];
  readonly lines: readonly RawLine[];
  readonly doubts: readonly Doubt[];
}

/** What the records say of goods. */
export interface FulfilmentSums {
  /** In the order in which PIMS lists them first. */
  readonly parts: readonly PartSum[];
  /** Charges and notes, which are no goods. */
  readonly asides: readonly RawLine[];
}

interface StagedLine {
  readonly record: number;
  readonly stage: Stage | undefined;
  readonly item: ShopifyItem;
}

/**
 * Adds up each part over all records of one Shopify order (pims-shopify-lookup: Interpreting fulfillment state). Invoices and
 * sales orders count, a unit that several of them list only once (`foldUnits`); quotes and worksheets only where nothing is
 * ordered of the part yet; void records and those of an unknown kind never.
 */
export function sumParts(records: readonly ShopifyRecord[]): FulfilmentSums {
  const parts = new Map<string, StagedLine[]>();
  const asides: RawLine[] = [];
  for (const [record, { orderType, items }] of records.entries()) {
    const stage = readStage(orderType);
    for (const item of items) {
      if (asideKind(item) !== null) {
        asides.push({ record, item, counted: false });
        continue;
      }
      const key = partKey(item);
      const lines = parts.get(key) ?? [];
      parts.set(key, lines);
      lines.push({ record, stage, item });
    }
  }
  return { parts: [...parts].map(([key, lines]) => sumPart(key, lines)), asides };
}

/** What makes two lines one part: the part number, or the description where there is none. */
function partKey({ partNumber, description }: ShopifyItem): string {
  const code = partNumber.trim().toUpperCase();
  return code === '' ? `text ${description.trim().toUpperCase()}` : `part ${code}`;
}

function sumPart(key: string, lines: readonly StagedLine[]): PartSum {
  const isOrdered = lines.some(({ stage }) => stage === 'invoice' || stage === 'sales_order');
  const early = isOrdered ? null : earlyStage(lines);
  const invoices = new Map<number, Units>();
  const salesOrders = new Map<number, Units>();
  const raw: RawLine[] = [];
  const doubts: Doubt[] = [];
  let quoted = new Big(0);
  let beside = new Big(0);
  let returned = new Big(0);

  for (const { record, stage, item } of lines) {
    const isQuote = stage === 'quote' || stage === 'worksheet';
    const takesPart = stage === 'invoice' || stage === 'sales_order' || isQuote;
    const units = takesPart ? readUnits(item, stage) : null;
    const isCountedStage = takesPart && (!isQuote || stage === early);
    raw.push({ record, item, counted: units !== null && isCountedStage });
    if (!takesPart) continue;
    if (units === null) {
      doubts.push({ kind: 'unreadable', record, text: `${item.shipped || '–'} of ${item.quantity || '–'}` });
    } else if (isQuote) {
      if (isOrdered) beside = beside.plus(larger(units.quantity, new Big(0)));
      else if (isCountedStage) quoted = quoted.plus(larger(units.quantity, new Big(0)));
    } else if (units.quantity.lt(0) || units.shipped.lt(0)) {
      returned = returned.plus(larger(units.shipped.times(-1), new Big(0)));
    } else {
      addTo(stage === 'invoice' ? invoices : salesOrders, record, units);
    }
  }

  for (const [record, { quantity, shipped }] of [...invoices, ...salesOrders]) {
    if (shipped.lte(quantity)) continue;
    doubts.push({
      kind: 'more-shipped-than-listed',
      record,
      quantity: quantity.toFixed(),
      shipped: shipped.toFixed(),
    });
  }
  const folded = foldUnits([...invoices.values()], [...salesOrders.values()]);
  doubts.push(...doubtsOfRest(folded, salesOrders.size > 0));
  if (beside.gt(0)) doubts.push({ kind: 'also-quoted', units: beside.toFixed() });

  const described = lines.find(({ item }) => item.description !== '') ?? lines[0];
  return {
    key,
    partNumber: lines[0]?.item.partNumber ?? '',
    description: described?.item.description ?? '',
    isAppleCare: lines.some(({ item }) => item.isAppleCare),
    ordered: folded.ordered.toFixed(),
    shipped: folded.shipped.toFixed(),
    toCome: folded.toCome.toFixed(),
    lost: folded.lost.toFixed(),
    over: folded.over.toFixed(),
    quoted: quoted.toFixed(),
    returned: returned.toFixed(),
    serialNumbers: [...new Set(lines.flatMap(({ item }) => item.serialNumbers))],
    lines: raw,
    doubts,
  };
}

/** The stage that says what is wanted before anything is ordered: a worksheet is an earlier form of the quote. */
function earlyStage(lines: readonly StagedLine[]): 'quote' | 'worksheet' {
  return lines.some(({ stage }) => stage === 'quote') ? 'quote' : 'worksheet';
}

/** Null when a figure can't be read. What PIMS does not say of a record before its invoice has not been shipped. */
function readUnits({ quantity, shipped }: ShopifyItem, stage: Stage | undefined): Units | null {
  const listed = readFigure(quantity);
  const gone = shipped.trim() === '' && stage !== 'invoice' ? new Big(0) : readFigure(shipped);
  return listed === null || gone === null ? null : { quantity: listed, shipped: gone };
}

/** A record may list a part on several lines. */
function addTo(records: Map<number, Units>, record: number, { quantity, shipped }: Units): void {
  const before = records.get(record) ?? { quantity: new Big(0), shipped: new Big(0) };
  records.set(record, {
    quantity: before.quantity.plus(quantity),
    shipped: before.shipped.plus(shipped),
  });
}

function doubtsOfRest({ reading, rest, held, lost }: FoldedUnits, hasSalesOrder: boolean): Doubt[] {
  if (reading === 'listed-again') return [{ kind: 'listed-again' }];
  if (!hasSalesOrder) return lost.gt(0) ? [{ kind: 'rest-not-held', units: lost.toFixed() }] : [];
  if (rest.eq(0) || rest.eq(held)) return [];
  return [{ kind: 'rest-differs', rest: rest.toFixed(), held: held.toFixed() }];
}
