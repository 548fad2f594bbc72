/** What phone numbers are written with. */
const WRITTEN_AS_PHONE = /^\+?[\d\s().\-/]+$/;
/** A number without its area code; shorter ones may as well be a code or a house number. */
const LOCAL_DIGITS = 7;
/** A number of the North American plan without its country code. */
const NATIONAL_DIGITS = 10;

/**
 * The last ten digits of what can be a phone number, or all of them when there are fewer; null when it can't be one. What
 * comes before the ten is a country code, which people leave out.
 */
export function phoneDigits(text: string): string | null {
  if (!WRITTEN_AS_PHONE.test(text.trim())) return null;
  const digits = text.replace(/\D/g, '');
  return digits.length < LOCAL_DIGITS ? null : digits.slice(-NATIONAL_DIGITS);
}

/** The words by which a phone number is found: its digits, with the area code and without. */
export function phoneWords(phone: string): string[] {
  const digits = phoneDigits(phone);
  if (digits === null) return [];
  return [...new Set([digits, digits.slice(-LOCAL_DIGITS)])];
}

/** The ways in which PIMS may have a typed number written, as far as a search can tell: what was typed first. */
export function phoneForms(typed: string): string[] {
  const text = typed.trim();
  const digits = phoneDigits(text);
  if (digits === null) return [text];
  const local = `${digits.slice(-LOCAL_DIGITS, -4)}-${digits.slice(-4)}`;
  if (digits.length === LOCAL_DIGITS) return [...new Set([text, local, local.replace('-', '.'), digits])];
  if (digits.length < NATIONAL_DIGITS) return [...new Set([text, digits])];
  const area = digits.slice(0, 3);
  const dotted = `${area}.${local.replace('-', '.')}`;
  return [...new Set([text, `${area}-${local}`, `${area}) ${local}`, dotted, digits])];
}
