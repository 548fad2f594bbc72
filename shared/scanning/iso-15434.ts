import { GROUP_SEPARATOR } from './gs1.ts';

/*
 * ISO/IEC 15434 is the envelope of suppliers' 2D labels: `[)>`, record separator, format `06`, and fields that each begin
 * with a data identifier (ANSI MH10.8.2) such as `1P`, parted by group separators.
 */

/** The fields of an envelope by their data identifier, as they stand there; of one that comes twice the first. */
export type LabelFields = ReadonlyMap<string, string>;

export type EnvelopeReading =
  | { readonly ok: true; readonly format: '05' | '06'; readonly content: string }
  | { readonly ok: false; readonly problem: string };

const RECORD_SEPARATOR = '\u001e';
const END_OF_TRANSMISSION = '\u0004';
/** An AIM identifier, or a stray `>` of one distributor's labels, may stand before it. */
const START = /^(?:\]\w\d)?>?\[\)>/;

export function looksLikeIso15434(code: string): boolean {
  return START.test(code);
}

/**
 * The content of an envelope: of format 06 its fields, of format 05 a GS1 element string. Several suppliers leave out the
 * record separators, which does no harm; without group separators nobody can tell where a field ends.
 */
export function openEnvelope(code: string): EnvelopeReading {
  const [first = ''] = code
    .replace(START, '')
    .replace(END_OF_TRANSMISSION, '')
    .split(RECORD_SEPARATOR)
    .filter((record) => record !== '');
  const format = first.slice(0, 2);
  if (format !== '05' && format !== '06') {
    return { ok: false, problem: 'This label has a form that Order Desk does not read.' };
  }
  const content = first.slice(2);
  if (!content.startsWith(GROUP_SEPARATOR)) {
    return {
      ok: false,
      problem:
        'The scanner leaves out the separators of this label, so its fields can’t be told apart. Set the scanner to send group separators (GS, ASCII 29).',
    };
  }
  return { ok: true, format, content: content.slice(1) };
}

/** The fields of format 06; what has no data identifier is passed over. */
export function readLabelFields(content: string): LabelFields {
  const fields = new Map<string, string>();
  for (const field of content.split(GROUP_SEPARATOR)) {
    const [, identifier, value] = /^(\d{0,3}[A-Z])(.+)$/s.exec(field) ?? [];
    if (identifier !== undefined && value !== undefined && !fields.has(identifier))
      fields.set(identifier, value);
  }
  return fields;
}
