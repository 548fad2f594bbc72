import { barcodeForms } from './barcode-forms.ts';

export type LearntAffixes =
  | { readonly ok: true; readonly prefix: string; readonly suffix: string }
  | { readonly ok: false; readonly problem: string };

/**
 * What a scanner puts around a code, from a test scan (`Scan.raw`) of a code that is known. The zeros in front that turn
 * the 12 digits of a UPC into the 13 of an EAN belong to the code and are no prefix.
 */
export function learnAffixes(raw: string, known: string): LearntAffixes {
  if (known.trim() === '') return { ok: false, problem: 'Say first which code is scanned.' };
  const longestFirst = barcodeForms(known).sort((one, other) => other.length - one.length);
  const code = longestFirst.find((form) => raw.includes(form));
  if (code === undefined) return { ok: false, problem: problemOf(raw, known) };
  const at = raw.indexOf(code);
  if (raw.indexOf(code, at + 1) !== -1) {
    return {
      ok: false,
      problem: `“${raw}” holds ${code} more than once, so it can’t be told what stands around it. Scan another code.`,
    };
  }
  return { ok: true, prefix: raw.slice(0, at), suffix: raw.slice(at + code.length) };
}

function problemOf(raw: string, known: string): string {
  if (raw.toLowerCase().includes(known.toLowerCase())) {
    return `The scanner sent “${raw}”: small and capital letters are exchanged. Switch Caps Lock off and scan again.`;
  }
  return `The scanner sent “${raw}”, which does not hold ${known}. Check that this code was scanned, and that the scanner is set to your keyboard’s language.`;
}
