import { pimsDate } from '../dates.ts';
import { column, type Fields, type OrderRecord } from '../records.ts';
import { centsText, toLine, type WantedLine } from './baskets.ts';
import type { SampleCustomer } from './customers.ts';
import { DIGITS, type Dice } from './dice.ts';
import type { CustomerKind } from './names.ts';

export type Stage = 'worksheet' | 'quote' | 'sales_order' | 'invoice';

/** What distinguishes one order before it is written as columns. Days count from 1970-01-01. */
export interface OrderPlan {
  number: string;
  stage: Stage;
  isVoid: boolean;
  day: number;
  modifiedDay: number;
  customer: SampleCustomer;
  lines: readonly WantedLine[];
  /** With its # in front, or empty. */
  shopifyNumber: string;
  reference: string;
  poNumber: string;
  salesperson: string;
  tracking: readonly string[];
  /** The address of the person it is shipped to directly; undefined unless it is a dropship. */
  dropshipTo?: Fields;
}

/**
 * The order as PIMS keeps it. The vendor's pages name few ORDERS columns; the others here bear names
 * of ours, after the fields of the vendor's web order screen (pims-more).
 */
export function toOrder(dice: Dice, plan: OrderPlan): OrderRecord {
  const lines = plan.lines.map((line, index) => toLine(dice, line, index + 1));
  const columns = plan.customer.fields;
  const fields: Fields = {
    ORDER_NUMBER: plan.number,
    REFERENCE_NUMBER: plan.reference,
    CUSTOMER_CODE: column(columns, 'CUSTOMER_CODE'),
    ORDER_DATE: pimsDate(plan.day),
    ORDER_STATUS: statusOf(plan),
    ORDER_TYPE: plan.stage,
    MODIFIED_DATE: pimsDate(plan.modifiedDay),
    LOCATION_CODE: 'MAIN',
    PO_NUMBER: plan.poNumber,
    SALESPERSON_CODE: plan.salesperson,
    SHOPIFY_ORDER_NUMBER: plan.shopifyNumber,
    ...plan.customer.billing,
    ...(plan.dropshipTo ?? plan.customer.shipping),
    IS_DROPSHIP: plan.dropshipTo ? 'Y' : 'N',
    TRACKING_NUMBERS: plan.tracking.join(','),
    TAX_RATE: column(columns, 'TAX_RATE'),
    ...totals(lines, column(columns, 'TAX_RATE')),
  };
  return { fields, lines };
}

function statusOf(plan: OrderPlan): string {
  if (plan.isVoid) return 'Void';
  return plan.stage === 'invoice' ? 'Closed' : 'Open';
}

/** Whole cents throughout, so no decimal library is needed for thousands of orders at start. */
function totals(lines: readonly Fields[], rate: string): Fields {
  const subtotal = lines.reduce((sum, line) => sum + Math.round(Number(line.EXTENDED_PRICE) * 100), 0);
  const tax = Math.round((subtotal * Number(rate)) / 100);
  return { SUBTOTAL: centsText(subtotal), TAX: centsText(tax), TOTAL: centsText(subtotal + tax) };
}

/** How the customer refers to the order, if at all. */
export function makeReference(dice: Dice, kind: CustomerKind): string {
  if (kind === 'person' || dice.chance(0.4)) return '';
  return `${dice.pick(['REQ-', 'WO-', 'R', ''])}${dice.text(DIGITS, 4)}`;
}

/** A purchase order number, which schools and firms give nearly always. */
export function makePoNumber(dice: Dice, kind: CustomerKind): string {
  const gives = kind === 'school' || (kind === 'firm' && dice.chance(0.7));
  return gives ? `PO-${dice.int(100_000, 139_999)}` : '';
}

/** Made-up tracking numbers of one or two parcels. */
export function makeTracking(dice: Dice): string[] {
  return Array.from({ length: dice.chance(0.2) ? 2 : 1 }, () => `1Z999${dice.text(DIGITS, 13)}`);
}
