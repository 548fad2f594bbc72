import { expect, type Locator, type Page } from '@playwright/test';

export interface OrderToSubmit {
  readonly reference: string;
  readonly customerCode?: string;
  readonly lines?: number;
}

/** Submits orders below the screens, as they would, with lines of quantities 1, 2, … */
export async function submitOrders(window: Page, orders: readonly OrderToSubmit[]): Promise<void> {
  await window.evaluate(async (wanted) => {
    const call = self.orderDesk.call;
    const valueIn = <T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T => {
      if (!result.ok) throw new Error(result.error.message);
      return result.value;
    };
    for (const { reference, customerCode = 'M-1000', lines = 2 } of wanted) {
      const { id } = valueIn(await call('drafts.create', {}));
      const header = { CUSTOMER_CODE: customerCode, BNAME: 'Acme Repair', REFERENCE_NUMBER: reference };
      const fields = Object.entries(header).map(
        ([field, value]) => ({ kind: 'set-header', field, value }) as const,
      );
      const inserts = Array.from(
        { length: lines },
        (_, index) =>
          ({
            kind: 'insert-line',
            lineId: `line-${index + 1}`,
            after: index === 0 ? null : `line-${index}`,
            fields: { DESCRIPTION: 'Screen protector', QUANTITY: String(index + 1) },
          }) as const,
      );
      valueIn(await call('drafts.edit', { id, edits: [...fields, ...inserts] }));
      valueIn(await call('drafts.submit', { id }));
    }
  }, orders);
}

/** A submission's row in the outbox. */
export function rowOf(window: Page, reference: string): Locator {
  return window
    .getByRole('table', { name: 'Outbox' })
    .getByRole('row', { name: new RegExp(`${reference}\\b`) });
}

/** Shows a submission beside the table. */
export async function choose(window: Page, reference: string): Promise<Locator> {
  await rowOf(window, reference).click();
  const panel = window.getByRole('region', { name: `Submission ${reference}` });
  await expect(panel).toBeVisible();
  return panel;
}

/** Changes the connection in use, as its form would. */
export async function changeConnection(
  window: Page,
  change: { readonly settleSeconds?: number; readonly secret?: string },
): Promise<void> {
  await window.evaluate(async (change) => {
    const call = self.orderDesk.call;
    const list = await call('connections.list', {});
    const chosen = list.ok ? list.value.find((one) => one.chosen) : undefined;
    if (chosen === undefined) throw new Error('A connection is chosen.');
    const { id, name, baseUrl, teamId, apiId } = chosen;
    const connection = { id, name, baseUrl, teamId, apiId, kind: 'test' as const, ...change };
    const saved = await call('connections.save', { connection, keepSecretIn: 'keychain' });
    if (!saved.ok) throw new Error(saved.error.message);
  }, change);
}
