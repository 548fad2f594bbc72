import type { Page } from '@playwright/test';

/** Submits a change of the first line of order 54321 below the screens, which saw the line before `meanwhile`. */
export async function submitChange(window: Page, quantity: string, meanwhile: () => void): Promise<void> {
  const draftId = await window.evaluate(async (quantity) => {
    const call = self.orderDesk.call;
    const valueIn = <T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T => {
      if (!result.ok) throw new Error(result.error.message);
      return result.value;
    };
    const orderNumber = '54321';
    const { lines } = valueIn(await call('orders.single', { orderNumber }));
    const target = { orderNumber, header: { CUSTOMER_CODE: 'M-1000' } };
    const { id } = valueIn(await call('drafts.create', { target }));
    const change = {
      kind: 'change-line',
      lineNumber: '1',
      base: lines[0]?.fields ?? {},
      field: 'QUANTITY',
      value: quantity,
    } as const;
    valueIn(await call('drafts.edit', { id, edits: [change] }));
    return id;
  }, quantity);
  meanwhile();
  await window.evaluate(async (id) => {
    const result = await self.orderDesk.call('drafts.submit', { id });
    if (!result.ok) throw new Error(result.error.message);
  }, draftId);
}
