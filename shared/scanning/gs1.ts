import { isGtin } from './barcode-forms.ts';

/** What separates fields of variable length within a GS1 element string. */
export const GROUP_SEPARATOR = '\u001d';

/** The fields of an element string by their application identifier, such as `01` or `30`, as they stand there. */
export type Gs1Fields = ReadonlyMap<string, string>;

/** AIM identifiers that scanners put before GS1-128, DataBar, DataMatrix and QR codes of GS1. */
const AIM_IDENTIFIER = /^\](?:C1|e0|d2|Q3)/;

interface Identifier {
  readonly length: number;
  /** Digits alone, unless `text`. */
  readonly text?: boolean;
  /** The field has up to `length` characters; the others have just as many. */
  readonly upTo?: boolean;
}

const fixed = (length: number): Identifier => ({ length });
const text = (length: number): Identifier => ({ length, text: true, upTo: true });
const number = (length: number): Identifier => ({ length, upTo: true });

/**
 * The application identifiers that stand on goods (GS1 General Specifications, section 3). A string with another one is
 * not read: where its field ends is not known.
 */
const IDENTIFIERS: Readonly<Record<string, Identifier>> = {
  '00': fixed(18),
  '01': fixed(14),
  '02': fixed(14),
  '10': text(20),
  '11': fixed(6),
  '12': fixed(6),
  '13': fixed(6),
  '15': fixed(6),
  '16': fixed(6),
  '17': fixed(6),
  '20': fixed(2),
  '21': text(20),
  '22': text(20),
  '30': number(8),
  '37': number(8),
  '240': text(30),
  '241': text(30),
  '242': number(6),
  '250': text(30),
  '251': text(30),
  '254': text(20),
  '400': text(30),
  '401': text(30),
  '403': text(30),
  '410': fixed(13),
  '411': fixed(13),
  '412': fixed(13),
  '413': fixed(13),
  '414': fixed(13),
  '415': fixed(13),
  '416': fixed(13),
  '420': text(20),
  '422': fixed(3),
  '90': text(30),
  ...Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`9${index + 1}`, text(90)])),
};

/**
 * True if a code announces itself as a GS1 element string: by its AIM identifier, by a group separator, or by beginning
 * with `01` and an article number of 14 digits.
 */
export function looksLikeGs1(code: string): boolean {
  if (AIM_IDENTIFIER.test(code) || code.includes(GROUP_SEPARATOR)) return true;
  return code.startsWith('01') && isGtin(code.slice(2, 16)) && code.length >= 16;
}

/** Reads an element string; null when it is none, or holds a field that is not known here or has a wrong form. */
export function readGs1(code: string): Gs1Fields | null {
  const fields = new Map<string, string>();
  let rest = code.replace(AIM_IDENTIFIER, '');
  while (rest.startsWith(GROUP_SEPARATOR)) rest = rest.slice(1);
  while (rest !== '') {
    const found = readField(rest);
    if (found === null || fields.has(found.identifier)) return null;
    fields.set(found.identifier, found.value);
    rest = found.rest.startsWith(GROUP_SEPARATOR) ? found.rest.slice(1) : found.rest;
  }
  return fields.size === 0 ? null : fields;
}

function readField(rest: string): { identifier: string; value: string; rest: string } | null {
  const identifier = [rest.slice(0, 2), rest.slice(0, 3)].find((one) => Object.hasOwn(IDENTIFIERS, one));
  const shape = identifier === undefined ? undefined : IDENTIFIERS[identifier];
  if (identifier === undefined || shape === undefined) return null;
  const content = rest.slice(identifier.length);
  const separator = content.indexOf(GROUP_SEPARATOR);
  const whole = separator === -1 ? content : content.slice(0, separator);
  const value = shape.upTo === true ? whole : content.slice(0, shape.length);
  const isLong =
    shape.upTo === true ? value.length >= 1 && value.length <= shape.length : value.length === shape.length;
  const isOfKind = shape.text === true ? !value.includes(GROUP_SEPARATOR) : /^\d+$/.test(value);
  if (!isLong || !isOfKind) return null;
  return { identifier, value, rest: content.slice(value.length) };
}
