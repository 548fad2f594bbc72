import { type OrderNumber, orderNumberSchema } from '../../shared/ids.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import { parseJson } from './json-text.ts';

/** What every PIMS answer is wrapped in (pims-orders). */
export interface Envelope {
  /** Empty when it is missing. */
  readonly status: string;
  readonly data: unknown;
  readonly subRecords: unknown;
}

type JsonObject = Readonly<Record<string, unknown>>;

/** Reads the envelope; null when the text is no JSON object with at least a `status` or `data`. */
export function readEnvelope(text: string): Envelope | null {
  const json = parseJson(text);
  if (!json.ok || !isObject(json.value)) return null;
  const { status, data, subRecords } = json.value;
  if (typeof status !== 'string' && data === undefined) return null;
  return { status: typeof status === 'string' ? status : '', data, subRecords };
}

/**
 * Reads an answer that comes without an envelope: the whole object is its data. One that is wrapped all the same is
 * unwrapped. Null when the text is no JSON object.
 */
export function readBareAnswer(text: string): Envelope | null {
  const json = parseJson(text);
  if (!json.ok || !isObject(json.value)) return null;
  const { status, data } = json.value;
  return {
    status: typeof status === 'string' ? status : '',
    data: isObject(data) ? data : json.value,
    subRecords: undefined,
  };
}

/** True if PIMS says in its own envelope that it did not do what was asked. */
export function saysNo(envelope: Envelope): boolean {
  return /^(error|fail|failed|failure|rejected|denied|invalid)$/i.test(envelope.status.trim());
}

/** A record out of `data`: an object, or a list of just one. Null when there is none or an empty one. */
export function readRecord(data: unknown, table: 'ORDERS' | 'ORDER_LINEITEMS'): PimsFields | null {
  const candidate = Array.isArray(data) && data.length === 1 ? data[0] : data;
  const record = unwrap(candidate, table);
  if (!isObject(record) || Object.keys(record).length === 0) return null;
  return toFields(record);
}

/** All records of `data`: a list, one object, or nothing. Null when it is none of them. */
export function readRecords(data: unknown): PimsFields[] | null {
  if (data === null || data === undefined || data === '') return [];
  const list = Array.isArray(data) ? data : [data];
  const records = list.map((item) => unwrap(item, 'ORDERS'));
  if (!records.every(isObject)) return null;
  return records.filter((record) => Object.keys(record).length > 0).map(toFields);
}

/**
 * The lines of an order out of `subRecords`, where each is wrapped in its table's name. Records of other tables
 * are not lines; a missing list is an order without lines.
 */
export function readLines(subRecords: unknown): PimsFields[] {
  const list = Array.isArray(subRecords) ? subRecords : [subRecords];
  return list
    .filter(isObject)
    .flatMap((item): unknown[] => {
      const wrapped = item.ORDER_LINEITEMS;
      if (wrapped !== undefined) return [wrapped].flat();
      return 'LINE_NUMBER' in item ? [item] : [];
    })
    .filter(isObject)
    .map(toFields);
}

/** The order number that `orders/create` answers: text, a number, or a record that holds it. */
export function readOrderNumber(data: unknown): OrderNumber | null {
  const value = isObject(data) ? data.ORDER_NUMBER : data;
  const text = typeof value === 'number' ? String(value) : value;
  const reading = orderNumberSchema.safeParse(text);
  return reading.success ? reading.data : null;
}

/** Numbers and booleans become text, null becomes empty, anything nested becomes its JSON. No field is dropped. */
export function toFields(record: JsonObject): PimsFields {
  return Object.fromEntries(Object.entries(record).map(([field, value]) => [field, toText(value)]));
}

function toText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
      return String(value);
    default:
      return value === null || value === undefined ? '' : JSON.stringify(value);
  }
}

function unwrap(value: unknown, table: 'ORDERS' | 'ORDER_LINEITEMS'): unknown {
  if (!isObject(value)) return value;
  const inner = value[table];
  return isObject(inner) && Object.keys(value).length === 1 ? inner : value;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
