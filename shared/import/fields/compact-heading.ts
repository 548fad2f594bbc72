const NUMBER = /^(?:number|numero|nummer|num|nr|no)$/;
/** German writes it into the word: Artikelnummer, Artikelnr. */
const NUMBER_AT_END = /(?:nummer|nr)$/;
const FRENCH_FILLERS = /^(?:de|d|du|la|le|l)$/;

/**
 * A heading as it is compared: small letters and digits alone, without accents, and with one word for “number”, so that
 * “Artikel-Nr.”, “ARTIKELNUMMER” and “Artikel #” are the same.
 */
export function compactHeading(heading: string): string {
  const words = heading
    .replace(/[#№]|\bn[°º]/gi, ' number ')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !FRENCH_FILLERS.test(word));
  if (words.length < 2) return words.join('').replace(NUMBER_AT_END, 'number');
  const alike = words.map((word) => (NUMBER.test(word) ? 'number' : word));
  // The French put it in front: “n° client”, “numéro de commande”.
  if (alike[0] === 'number') alike.push(...alike.splice(0, 1));
  return alike.join('').replace(NUMBER_AT_END, 'number');
}
