import { readQuantity } from '../drafts/quantity.ts';
import { type Gs1Fields, looksLikeGs1, readGs1 } from './gs1.ts';
import { type LabelFields, looksLikeIso15434, openEnvelope, readLabelFields } from './iso-15434.ts';

/** How many a label says that there are; `packs` of what its code stands for, or single `pieces`. */
export interface LabelQuantity {
  /** As `readQuantity` writes it. */
  readonly value: string;
  readonly of: 'pieces' | 'packs';
}

/** What a scanned code may mean. */
export interface ScannedLabel {
  /** What may be the barcode or the code of a part, the likeliest first; never empty. */
  readonly codes: readonly string[];
  /** Null when the label does not say. */
  readonly quantity: LabelQuantity | null;
  /** Why the label could not be read as what it looks like; null when nothing is wrong. */
  readonly problem: string | null;
}

/**
 * Reads a scanned code: as it is, and where it is a GS1 element string or a supplier's 2D label (ISO/IEC 15434), the part
 * and the quantity in it. What can't be read stays one plain code.
 */
export function readScanned(code: string): ScannedLabel {
  const plain: ScannedLabel = { codes: known([withoutAim(code), code]), quantity: null, problem: null };
  if (looksLikeIso15434(code)) {
    const envelope = openEnvelope(code);
    if (!envelope.ok) return { ...plain, problem: envelope.problem };
    if (envelope.format === '06') return ofLabel(code, readLabelFields(envelope.content));
    const fields = readGs1(envelope.content);
    return fields === null ? plain : ofGs1(fields, code);
  }
  const fields = looksLikeGs1(code) ? readGs1(code) : null;
  return fields === null ? plain : ofGs1(fields, code);
}

/**
 * 01: the article; 02 and 37: what a case holds, and how many; 30: how many pieces; 240, 241: other part numbers. The whole
 * comes last: a code of somebody's own may look like an element string by chance.
 */
function ofGs1(fields: Gs1Fields, code: string): ScannedLabel {
  const packs = fields.get('37');
  const codes = known([
    fields.get('01'),
    fields.get('02'),
    fields.get('241'),
    fields.get('240'),
    ownCode(code),
  ]);
  return {
    codes: codes.length === 0 ? [code] : codes,
    quantity: packs === undefined ? quantityOf(fields.get('30'), 'pieces') : quantityOf(packs, 'packs'),
    problem: null,
  };
}

/** P: the customer's own part number; 1P: the supplier's; 30P: a retailer's; Q: how many (ANSI MH10.8.2). */
function ofLabel(code: string, fields: LabelFields): ScannedLabel {
  const codes = known([fields.get('P'), fields.get('1P'), fields.get('30P')]);
  if (codes.length > 0) return { codes, quantity: quantityOf(fields.get('Q'), 'pieces'), problem: null };
  return { codes: [code], quantity: null, problem: 'This label names no part.' };
}

/** Undefined where separators show that it is no code of somebody's own. */
function ownCode(code: string): string | undefined {
  return /\p{Cc}/u.test(code) ? undefined : code;
}

/** Scanners may be set to name the kind of each code in front, such as `]E0` of an EAN (AIM identifiers). */
function withoutAim(code: string): string {
  return code.replace(/^\][A-Za-z]\d/, '');
}

function known(codes: readonly (string | undefined)[]): string[] {
  const present = codes.map((code) => code?.trim() ?? '').filter((code) => code !== '');
  return [...new Set(present)];
}

function quantityOf(text: string | undefined, of: LabelQuantity['of']): LabelQuantity | null {
  const reading = readQuantity(text ?? '');
  return reading.ok ? { value: reading.value, of } : null;
}
