/** An order's stage, most progressed last (pims-shopify-lookup: order_type values; `void` from the vendor's order screen). */
export const stages = ['worksheet', 'quote', 'sales_order', 'invoice', 'void'] as const;
export type Stage = (typeof stages)[number];

/**
 * Reads a stage from what PIMS wrote ("Sales Order", "sales_order", "INVOICE"). Undefined when it is none of
 * them: tenants may call their stages as they like, and then the raw word is shown.
 */
export function readStage(raw: string | undefined): Stage | undefined {
  const word = (raw ?? '')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return stages.find((stage) => stage === word);
}
