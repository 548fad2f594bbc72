const LENGTHS = [8, 12, 13, 14] as const;
const LONGEST = 14;

/**
 * The ways in which the same article number may be written, the given one first. GTINs of 8, 12, 13 and 14 digits are the
 * same number with zeros in front (GS1 General Specifications), and scanners are set to send one form or another. Any other
 * code has one form.
 */
export function barcodeForms(code: string): string[] {
  const text = code.trim();
  if (!isGtin(text)) return [text];
  const digits = text.replace(/^0+/, '');
  const forms = LENGTHS.filter((length) => length >= digits.length).map((length) =>
    digits.padStart(length, '0'),
  );
  return [text, ...forms.filter((form) => form !== text)];
}

/** True for 8, 12, 13 or 14 digits, not all zero, of which the last one is the check digit of the others. */
export function isGtin(text: string): boolean {
  if (!/^\d+$/.test(text) || /^0*$/.test(text)) return false;
  if (!LENGTHS.some((length) => length === text.length)) return false;
  return hasCheckDigit(text.padStart(LONGEST, '0'));
}

/** Weights 3 and 1 in turn from the right, the check digit itself counted once (GS1 General Specifications). */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reduceRight(
    (total, digit, index) => total + Number(digit) * ((digits.length - index) % 2 === 0 ? 3 : 1),
    0,
  );
  return sum % 10 === 0;
}
