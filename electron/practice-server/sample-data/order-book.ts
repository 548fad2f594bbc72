import { dayOfPimsDate, weekday } from '../dates.ts';
import type { OrderRecord } from '../records.ts';
import { makeAddress } from './addresses.ts';
import { fillBasket, Shelf, type WantedLine, want } from './baskets.ts';
import { SALESPERSONS, type SampleCustomer } from './customers.ts';
import type { Dice } from './dice.ts';
import {
  EXAMPLE_ORDER,
  exampleOrder,
  exampleShopifyOrders,
  exampleStages,
  SHOPIFY_EXAMPLE_ORDER,
} from './examples.ts';
import { inventedName } from './names.ts';
import { makePoNumber, makeReference, makeTracking, type OrderPlan, type Stage, toOrder } from './orders.ts';
import type { SamplePart } from './parts.ts';

/** 18 months. */
const DAYS_OF_HISTORY = 548;

/** Of a roll from 0 to 1, below which an order is still at a stage; the others are invoices by now. */
const LONG_AGO = { worksheet: 0.015, quote: 0.09, salesOrder: 0.13 };
const OF_LATE = { worksheet: 0.07, quote: 0.24, salesOrder: 0.62 };

/** The least number of orders that has the vendor's examples. */
const LEAST_ORDERS = 3;

/**
 * The orders of the last 18 months, oldest first, with numbers that run on. A split order adds a
 * record (the invoice of what was shipped), so there are somewhat more records than asked for.
 */
export function makeOrders(
  dice: Dice,
  today: number,
  count: number,
  customers: readonly SampleCustomer[],
  parts: readonly SamplePart[],
): OrderRecord[] {
  const shelf = new Shelf(parts);
  const book = new OrderBook(dice, today, customers, shelf);
  const total = Math.max(count, LEAST_ORDERS);
  // The vendor's example order is placed so that about a month of orders follows it.
  const last = EXAMPLE_ORDER + Math.min(159, Math.floor(total / 15));
  for (let index = 0; index < total; index++) {
    const day = today - Math.floor((DAYS_OF_HISTORY * (total - 1 - index)) / total);
    book.write(last - total + 1 + index, workday(day));
  }
  const records = book.records();
  for (const { day, order } of exampleStages(today, customers, shelf)) {
    const after = records.findIndex(({ fields }) => (dayOfPimsDate(fields.ORDER_DATE ?? '') ?? 0) > day);
    records.splice(after === -1 ? records.length : after, 0, order);
  }
  return records;
}

function workday(day: number): number {
  const sinceFriday = { 6: 1, 0: 2 }[weekday(day)] ?? 0;
  return day - sinceFriday;
}

class OrderBook {
  readonly #records: OrderRecord[] = [];
  /** The records of each Shopify order, oldest first; they are numbered when all are known. */
  readonly #shopify: OrderRecord[][] = [];
  /** The invoices split off, oldest first; numbered likewise. */
  readonly #invoices: OrderRecord[] = [];
  #shopifyExample = 0;
  #invoiceExample = 0;

  constructor(
    readonly dice: Dice,
    readonly today: number,
    readonly customers: readonly SampleCustomer[],
    readonly shelf: Shelf,
  ) {}

  write(number: number, day: number): void {
    if (number === EXAMPLE_ORDER) {
      this.#records.push(exampleOrder(this.dice, day, this.#later(day), this.customers, this.shelf));
    } else if (number === SHOPIFY_EXAMPLE_ORDER) {
      this.#shopifyExample = this.#shopify.length;
      this.#invoiceExample = this.#invoices.length;
      const split = exampleShopifyOrders(this.dice, day, this.#later(day), this.customers, this.shelf);
      this.#addSplit(split.invoice, split.rest);
    } else {
      this.#writeOrdinary(number, day);
    }
  }

  records(): OrderRecord[] {
    this.#shopify.forEach((records, index) => {
      const number = `#${12_345 + index - this.#shopifyExample}`;
      for (const { fields } of records)
        Object.assign(fields, { SHOPIFY_ORDER_NUMBER: number, REFERENCE_NUMBER: number });
    });
    this.#invoices.forEach(({ fields }, index) => {
      fields.ORDER_NUMBER = `INV${5001 + index - this.#invoiceExample}`;
    });
    return this.#records;
  }

  #writeOrdinary(number: number, day: number): void {
    const { dice } = this;
    const customer = dice.pick(this.customers);
    const fromShopify = dice.chance(customer.kind === 'person' ? 0.45 : 0.04);
    const stage = this.#stage(this.today - day);
    const isVoid = dice.chance(0.035);
    const basket = fillBasket(dice, this.shelf, customer.kind);
    const isDropship = (stage === 'sales_order' || stage === 'invoice') && dice.chance(0.06);
    const plan: OrderPlan = {
      number: String(number),
      stage,
      isVoid,
      day,
      modifiedDay: this.#later(day),
      customer,
      lines: isVoid ? basket : this.#ship(basket, stage),
      shopifyNumber: '',
      reference: makeReference(dice, customer.kind),
      poNumber: makePoNumber(dice, customer.kind),
      salesperson: fromShopify ? 'WEB' : dice.pick(SALESPERSONS),
      tracking: [],
      ...(isDropship ? { dropshipTo: makeAddress(dice, 'S', inventedName(dice), '') } : {}),
    };
    if (fromShopify) this.#writeShopify(plan);
    else this.#records.push(toOrder(dice, this.#withTracking(plan)));
  }

  /** Shipping and discount arrive as lines of their own (pims-more). */
  #writeShopify(plan: OrderPlan): void {
    const shopify = { ...plan, reference: '', poNumber: '' };
    const charges = this.#charges();
    if (plan.stage === 'sales_order' && !plan.isVoid && this.dice.chance(0.6)) {
      const [first, ...others] = plan.lines.map((line) => ({ ...line, shipped: 0 }));
      if (!first) return;
      // Half of the first line has left; the other lines are either here or there.
      const gone = [first, ...others.filter((_, index) => index % 2 === 0), ...charges];
      const rest = [first, ...others.filter((_, index) => index % 2 === 1)];
      this.#addSplit(
        this.#shopifyOrder({ ...shopify, number: '', stage: 'invoice', lines: shippedAll(gone) }),
        this.#shopifyOrder({ ...shopify, lines: rest }),
      );
      return;
    }
    const charged = plan.stage === 'invoice' && !plan.isVoid ? shippedAll(charges) : charges;
    const record = this.#shopifyOrder({ ...shopify, lines: [...plan.lines, ...charged] });
    this.#shopify.push([record]);
    this.#records.push(record);
  }

  #charges(): WantedLine[] {
    const { dice, shelf } = this;
    const shipping = want(shelf.get('SHOPIFY-SHIPPING'), 1);
    if (!dice.chance(0.25)) return [shipping];
    return [shipping, { ...want(shelf.get('SHOPIFY-DISCOUNT'), 1), cents: -100 * dice.int(1, 5) }];
  }

  #shopifyOrder(plan: OrderPlan): OrderRecord {
    return toOrder(this.dice, this.#withTracking(plan));
  }

  #addSplit(invoice: OrderRecord, rest: OrderRecord): void {
    this.#records.push(invoice, rest);
    this.#invoices.push(invoice);
    this.#shopify.push([invoice, rest]);
  }

  #stage(age: number): Stage {
    const roll = this.dice.next();
    const below = age > 60 ? LONG_AGO : OF_LATE;
    if (roll < below.worksheet) return 'worksheet';
    if (roll < below.quote) return 'quote';
    return roll < below.salesOrder ? 'sales_order' : 'invoice';
  }

  #ship(basket: readonly WantedLine[], stage: Stage): readonly WantedLine[] {
    if (stage === 'invoice') return shippedAll(basket);
    if (stage !== 'sales_order' || this.dice.chance(0.55)) return basket;
    const partly = basket.map((line) => ({ ...line, shipped: this.dice.int(0, line.quantity) }));
    const [first, ...others] = partly;
    // An order of which all has left would be an invoice.
    return first
      ? [{ ...first, shipped: first.quantity - this.dice.int(1, first.quantity) }, ...others]
      : partly;
  }

  #withTracking(plan: OrderPlan): OrderPlan {
    const hasShipped = plan.lines.some((line) => line.shipped > 0 && line.part.category !== 'Service');
    return hasShipped ? { ...plan, tracking: makeTracking(this.dice) } : plan;
  }

  #later(day: number): number {
    return Math.min(this.today, day + this.dice.int(0, 12));
  }
}

function shippedAll(lines: readonly WantedLine[]): WantedLine[] {
  return lines.map((line) => ({ ...line, shipped: line.quantity }));
}
