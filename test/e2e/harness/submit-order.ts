import type { Page } from '@playwright/test';

/** Submits an order of two lines below the screens, as they would; answers its reference. */
export async function submitOrder(window: Page, reference: string, customerCode = 'M-1000'): Promise<string> {
  return window.evaluate(
    async ({ reference, customerCode }) => {
      const call = self.orderDesk.call;
      const valueIn = <T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T => {
        if (!result.ok) throw new Error(result.error.message);
        return result.value;
      };
      const line = { DESCRIPTION: 'Screen protector', QUANTITY: '2' };
      const draft = valueIn(await call('drafts.create', {}));
      valueIn(
        await call('drafts.edit', {
          id: draft.id,
          edits: [
            { kind: 'set-header', field: 'CUSTOMER_CODE', value: customerCode },
            { kind: 'set-header', field: 'REFERENCE_NUMBER', value: reference },
            { kind: 'insert-line', lineId: 'first', after: null, fields: line },
            { kind: 'insert-line', lineId: 'second', after: 'first', fields: line },
          ],
        }),
      );
      return valueIn(await call('drafts.submit', { id: draft.id })).reference;
    },
    { reference, customerCode },
  );
}
