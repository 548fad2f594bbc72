import type { Fault } from '../../electron/practice-server/faults/fault.ts';
import { expect, testWithConnection as test } from '../e2e/harness/fixtures.ts';
import { goTo, takeLooks } from './harness/looks.ts';
import { changeConnection, choose, rowOf, submitOrders } from './harness/submissions.ts';

test('a wrong secret', async ({ desk, window }) => {
  await goTo(window, 'Outbox');
  await changeConnection(window, { secret: 'wrong' });
  await submitOrders(window, [{ reference: 'HELD-1' }, { reference: 'HELD-2' }]);
  await expect(rowOf(window, 'HELD-1')).toContainText(/credentials|secret|Held|waits/i);
  await choose(window, 'HELD-1');
  await takeLooks(desk, window, 'held-secret');
  await goTo(window, 'Orders');
  await takeLooks(desk, window, 'held-secret-orders');
  await goTo(window, 'Drafts');
  await takeLooks(desk, window, 'held-secret-drafts');
});

test('a server that is down', async ({ desk, window, practice }) => {
  await goTo(window, 'Outbox');
  await practice.stop();
  await submitOrders(window, [{ reference: 'DOWN-1' }, { reference: 'DOWN-2' }]);
  await expect(rowOf(window, 'DOWN-1')).toContainText('Waiting for PIMS');
  await choose(window, 'DOWN-1');
  await takeLooks(desk, window, 'down');
});

const faults: readonly (readonly [string, Fault])[] = [
  ['rate-limited', { kind: 'rate-limited', retryAfter: 300 }],
  ['refused-html', { kind: 'bad-request', shape: 'html', message: 'CUSTOMER_CODE is blocked for credit' }],
  ['server-error', { kind: 'server-error' }],
  ['sign-in-page', { kind: 'sign-in-page' }],
  ['proxy-auth', { kind: 'proxy-auth' }],
];

for (const [name, fault] of faults) {
  test(`an answer of the kind ${name}`, async ({ desk, window, practice }) => {
    await goTo(window, 'Outbox');
    practice.planFault({ endpoint: 'orders/create', fault, times: 'always' });
    await submitOrders(window, [{ reference: 'FAULT-1' }]);
    await expect(rowOf(window, 'FAULT-1')).toContainText(/Waiting|Checking|attention|Held|PIMS asked|waits/i);
    await choose(window, 'FAULT-1');
    await takeLooks(desk, window, `answer-${name}`);
  });
}
