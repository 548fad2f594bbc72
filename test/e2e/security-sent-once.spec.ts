import type { PracticeServer } from '../../electron/practice-server/practice-server.ts';
import { expect, testWithConnection as test } from './harness/fixtures.ts';

/*
 * PIMS has no idempotency key. When a connection that was used before drops after the request has arrived, Chromium
 * sends the request again by itself, and one order would become two.
 */

/** The code of a customer that the server knows. */
function someCustomer(practice: PracticeServer): string {
  const code = practice.orders()[0]?.fields.CUSTOMER_CODE;
  if (code === undefined) throw new Error('The sample data has no order with a customer.');
  return code;
}

test('an order whose connection drops under it reaches the server once', async ({ window, practice }) => {
  practice.planFault({ fault: { kind: 'drop', when: 'after' }, endpoint: 'orders/create', reused: true });
  await window.evaluate(async (customer) => {
    const call = self.orderDesk.call;
    const created = await call('drafts.create', {});
    if (!created.ok) throw new Error(created.error.message);
    const { id } = created.value;
    const fields = { DESCRIPTION: 'A line without a part', QUANTITY: '1' };
    const edits = [
      { kind: 'set-header', field: 'CUSTOMER_CODE', value: customer },
      { kind: 'insert-line', lineId: 'line-1', after: null, fields },
    ] as const;
    const results = [
      await call('drafts.edit', { id, edits: [...edits] }),
      // Opens the connection that the order is then sent on.
      await call('orders.query', { filters: [], maxReturn: 1 }),
      await call('drafts.submit', { id }),
    ];
    for (const result of results) if (!result.ok) throw new Error(result.error.message);
  }, someCustomer(practice));
  const state = () =>
    window.evaluate(async () => {
      const list = await self.orderDesk.call('outbox.list', {});
      return list.ok ? list.value.map((submission) => submission.state) : list.error.message;
    });
  // Looked for in PIMS, found, and not sent again.
  await expect.poll(state).toEqual(['sent']);

  const creates = practice.requests().filter(({ endpoint }) => endpoint === 'orders/create');
  expect(creates).toMatchObject([{ status: 'dropped', applied: true }]);
  expect(creates[0]?.requestOnSocket).toBeGreaterThan(1);
});

test('the same through Electron’s own network would reach it twice', async ({ desk, window, practice }) => {
  practice.planFault({ fault: { kind: 'drop', when: 'after' }, endpoint: 'orders/create', reused: true });
  const { teamId, apiId, apiSecret } = practice.credentials;
  await desk.app.evaluate(
    async ({ session }, { baseUrl, team, authorization, customer }) => {
      // A session of its own: that of our page may not reach the network.
      const network = session.fromPartition('sent-twice');
      const address = (path: string) => `${baseUrl}/tenant/api/pims/v1/${path}?teamID=${team}`;
      const headers = { authorization, 'content-type': 'application/json' };
      const query = { method: 'POST', headers, body: JSON.stringify({ maxReturn: 1, filters: [] }) };
      await (await network.fetch(address('orders/query'), query)).text();
      const order = { method: 'PUT', headers, body: JSON.stringify({ CUSTOMER_CODE: customer }) };
      await network.fetch(address('orders/create'), order).catch(() => undefined);
    },
    {
      baseUrl: practice.baseUrl,
      team: teamId,
      customer: someCustomer(practice),
      authorization: `Basic ${Buffer.from(`${apiId}:${apiSecret}`).toString('base64')}`,
    },
  );
  expect(practice.requests().filter(({ endpoint }) => endpoint === 'orders/create')).toHaveLength(2);
  expect(await window.evaluate(() => self.orderDesk.call('app.info', {}))).toMatchObject({ ok: true });
});
