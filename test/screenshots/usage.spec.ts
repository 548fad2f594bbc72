import type { UsageCount } from '../../electron/storage/usage.ts';
import { chooseTestConnection } from '../e2e/harness/choose-test-connection.ts';
import { countRequests, daysAgo, firstOfLastMonth } from '../e2e/harness/count-requests.ts';
import { expect, test } from '../e2e/harness/fixtures.ts';
import { takeLooks } from './harness/looks.ts';

test('the usage', async ({ launch, userDataDir, practice }) => {
  const { id: connectionId } = await chooseTestConnection(userDataDir, practice);
  const days = Array.from({ length: 60 }, (_, index) => index);
  const counts: UsageCount[] = [
    { connectionId, day: firstOfLastMonth(), endpoint: 'orders/query', purpose: 'orders', requests: 12 },
    ...days.flatMap((index): UsageCount[] => [
      {
        connectionId,
        day: daysAgo(index),
        endpoint: 'orders/line_item add',
        purpose: 'sending',
        requests: 400 + ((index * 977) % 1_500),
      },
      {
        connectionId,
        day: daysAgo(index),
        endpoint: 'orders/create',
        purpose: 'sending',
        requests: 40 + ((index * 31) % 60),
      },
      {
        connectionId,
        day: daysAgo(index),
        endpoint: 'orders/query',
        purpose: 'orders',
        requests: 90 + ((index * 53) % 300),
      },
      {
        connectionId,
        day: daysAgo(index),
        endpoint: 'inventory/query',
        purpose: 'parts',
        requests: 20 + ((index * 17) % 100),
      },
      {
        connectionId,
        day: daysAgo(index),
        endpoint: 'orders/by_shopify_reference',
        purpose: 'shopify',
        requests: index % 9,
      },
    ]),
    { connectionId, day: daysAgo(0), endpoint: 'orders/line_item add', purpose: 'sending', requests: 8_000 },
  ];
  countRequests(userDataDir, counts);
  const desk = await launch();
  const window = await desk.readyWindow();
  await window
    .getByRole('contentinfo')
    .getByRole('link', { name: /request/ })
    .click();
  await expect(window.getByRole('img', { name: /^Requests by day/ })).toBeVisible();
  await window.getByRole('button', { name: 'Close this note' }).click();
  await takeLooks(desk, window, 'usage');
  await window.getByRole('button', { name: 'Change…' }).click();
  await window.getByRole('textbox', { name: 'Included requests' }).fill('none');
  await window.keyboard.press('Enter');
  await takeLooks(desk, window, 'usage-prices');
  await window.getByRole('combobox', { name: 'Month' }).click();
  await window.getByRole('option').last().click();
  await takeLooks(desk, window, 'usage-before');
});
