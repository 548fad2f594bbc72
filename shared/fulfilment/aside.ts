import { readFigure } from './figures.ts';
import type { ShopifyItem } from './shopify-record.ts';

const CHARGES: ReadonlySet<string> = new Set(['SHIPPING', 'DISCOUNT', 'FREIGHT', 'POSTAGE', 'HANDLING']);
/** What a code of a charge may have beside those: `SHOPIFY-SHIPPING`, `FREIGHT_CHARGE`. */
const BESIDE: ReadonlySet<string> = new Set([
  'SHOPIFY',
  'CHARGE',
  'CHARGES',
  'FEE',
  'COST',
  'COSTS',
  'AND',
  'LINE',
]);

/**
 * Why a line stands for no goods and is left out of the sums; null when it stands for some. Shipping and discounts arrive as
 * lines with part codes of the tenant's choice, `SHOPIFY-SHIPPING` and `SHOPIFY-DISCOUNT` for example (pims-more); a code
 * that says more, such as `SHIPPING-BOX-12`, is a part. A `note` is a line of words without part and quantity.
 */
export function asideKind(item: ShopifyItem): 'charge' | 'note' | null {
  const { partNumber, description } = item;
  if (isCharge(partNumber.trim() === '' ? description : partNumber)) return 'charge';
  const isBlank = partNumber.trim() === '' && description.trim() !== '';
  const hasFigures = [item.quantity, item.shipped].some((text) => {
    const figure = readFigure(text);
    return text.trim() !== '' && (figure === null || !figure.eq(0));
  });
  return isBlank && !hasFigures ? 'note' : null;
}

function isCharge(code: string): boolean {
  const words = code
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '');
  return (
    words.some((word) => CHARGES.has(word)) && words.every((word) => CHARGES.has(word) || BESIDE.has(word))
  );
}
