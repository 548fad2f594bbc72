import { orderTotals } from '../amounts.ts';
import { column, type Fields, type OrderRecord } from '../records.ts';
import type { SampleData } from '../sample-data/sample-data.ts';

/** A change as it is kept in the state file: what the record is afterwards, so replaying needs no rules. */
export type StateChange =
  | { kind: 'order'; fields: Fields; lines: Fields[] }
  | { kind: 'line'; order: string; modified: string; fields: Fields }
  | { kind: 'customer'; fields: Fields };

/** What the practice PIMS has. Every change passes through `apply`, also the replayed ones. */
export class PracticeState {
  readonly #orders: OrderRecord[];
  readonly #placeByNumber = new Map<string, number>();
  readonly #customers = new Map<string, Fields>();
  readonly #parts = new Map<string, Fields>();
  readonly #orderFields = new Set<string>();
  readonly #customerFields = new Set<string>();
  readonly #partFields: ReadonlySet<string>;
  #lastOrderNumber = 0;
  #lastCustomerNumber = 0;

  constructor(data: SampleData) {
    this.#orders = [];
    for (const order of data.orders) this.#addOrder(order);
    for (const customer of data.customers) this.#putCustomer(customer);
    for (const part of data.parts) this.#parts.set(column(part, 'PART_CODE').toUpperCase(), part);
    this.#partFields = new Set(data.parts.flatMap((part) => Object.keys(part)));
  }

  /** Oldest first. */
  get orders(): readonly OrderRecord[] {
    return this.#orders;
  }

  get customers(): Iterable<Fields> {
    return this.#customers.values();
  }

  get parts(): Iterable<Fields> {
    return this.#parts.values();
  }

  get counts(): { orders: number; customers: number; parts: number } {
    return { orders: this.#orders.length, customers: this.#customers.size, parts: this.#parts.size };
  }

  /** Column names that some record of the kind has; only these can be queried. */
  knownFields(kind: 'order' | 'customer' | 'part'): ReadonlySet<string> {
    switch (kind) {
      case 'order':
        return this.#orderFields;
      case 'customer':
        return this.#customerFields;
      case 'part':
        return this.#partFields;
    }
  }

  order(number: string): OrderRecord | undefined {
    const place = this.#placeByNumber.get(number);
    return place === undefined ? undefined : this.#orders[place];
  }

  /** Customer and part codes are the same in upper and lower case (pims-more: four ways to add a line). */
  customer(code: string): Fields | undefined {
    return this.#customers.get(code.toUpperCase());
  }

  part(code: string): Fields | undefined {
    return this.#parts.get(code.toUpperCase());
  }

  nextOrderNumber(): string {
    return String(this.#lastOrderNumber + 1);
  }

  nextCustomerCode(): string {
    return `M-${this.#lastCustomerNumber + 1}`;
  }

  /** Makes a change true. A line of an order that is not there is passed over. */
  apply(change: StateChange): void {
    switch (change.kind) {
      case 'order':
        this.#addOrder({ fields: change.fields, lines: change.lines });
        return;
      case 'line':
        this.#putLine(change.order, change.modified, change.fields);
        return;
      case 'customer':
        this.#putCustomer(change.fields);
        return;
    }
  }

  #addOrder(order: OrderRecord): void {
    this.#orders.push(order);
    for (const name of Object.keys(order.fields)) this.#orderFields.add(name);
    const number = column(order.fields, 'ORDER_NUMBER');
    // PIMS may have no number for a record yet (pims-shopify-lookup: pims_order_number is null).
    if (number === '') return;
    this.#placeByNumber.set(number, this.#orders.length - 1);
    if (/^\d{1,15}$/.test(number)) this.#lastOrderNumber = Math.max(this.#lastOrderNumber, Number(number));
  }

  #putLine(number: string, modified: string, line: Fields): void {
    const place = this.#placeByNumber.get(number);
    const order = this.order(number);
    if (place === undefined || !order) return;
    // A new record each time: whoever holds the old one sees how things were.
    const at = order.lines.findIndex(({ LINE_NUMBER }) => LINE_NUMBER === line.LINE_NUMBER);
    const lines = at === -1 ? [...order.lines, line] : order.lines.with(at, line);
    const fields = { ...order.fields, ...orderTotals(order.fields, lines), MODIFIED_DATE: modified };
    this.#orders[place] = { fields, lines };
  }

  #putCustomer(customer: Fields): void {
    const code = column(customer, 'CUSTOMER_CODE');
    this.#customers.set(code.toUpperCase(), customer);
    for (const name of Object.keys(customer)) this.#customerFields.add(name);
    const number = /^M-(\d{1,15})$/i.exec(code)?.[1];
    if (number) this.#lastCustomerNumber = Math.max(this.#lastCustomerNumber, Number(number));
  }
}
