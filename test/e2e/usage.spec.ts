import type { Page } from '@playwright/test';
import { chooseTestConnection } from './harness/choose-test-connection.ts';
import { countRequests, daysAgo, firstOfLastMonth } from './harness/count-requests.ts';
import { expect, test, testWithConnection } from './harness/fixtures.ts';
import { chooseMenuItem } from './harness/menu.ts';
import { seriousFindings } from './harness/serious-findings.ts';

const main = (window: Page) => window.getByRole('main');
const inStatusBar = (window: Page) => window.getByRole('contentinfo').getByRole('link', { name: /request/ });
const heading = (window: Page) => window.getByRole('heading', { level: 1, name: 'Usage and cost' });
const note = (window: Page, words: RegExp) => window.getByRole('alert').filter({ hasText: words });
/** What stands under a figure's name. */
const figure = (window: Page, name: string) => main(window).locator('dl > div').filter({ hasText: name });

testWithConnection(
  'the count in the status bar leads to the requests of the month',
  async ({ desk, window }) => {
    await inStatusBar(window).click();
    await expect(heading(window)).toBeFocused();
    const byDay = main(window).getByRole('table', { name: 'Requests by day' });
    const byEndpoint = main(window).getByRole('table', { name: 'Requests by what was asked of PIMS' });
    // The start has looked for orders.
    await expect(byEndpoint.getByRole('row', { name: /^Orders searched orders\/query 1 100/ })).toBeVisible();
    const byPurpose = main(window).getByRole('table', { name: 'Requests by what they were made for' });
    await expect(byPurpose.getByRole('row', { name: /^Orders: searching and opening 1 100/ })).toBeVisible();
    await expect(byDay.getByRole('row')).toHaveCount(2);
    await expect(main(window).getByRole('img', { name: /^Requests by day/ })).toBeVisible();
    await expect(figure(window, 'Estimated bill so far')).toContainText('$100.00');
    await expect(main(window).getByRole('progressbar')).toHaveAttribute('aria-valuenow', '0');

    // What is asked while the page is open shows.
    await window.evaluate(() => self.orderDesk.call('parts.search', { text: 'iphone', limit: 5 }));
    await expect(byEndpoint.getByRole('row', { name: /^Parts searched/ })).toBeVisible();
    await expect(byPurpose.getByRole('row', { name: /^Parts: .* 1 50/ })).toBeVisible();
    await expect(figure(window, 'Requests so far')).toContainText('2');
    expect(await seriousFindings(window)).toEqual([]);

    // By keyboard alone, from another screen.
    await window.getByRole('navigation').getByRole('link', { name: 'Drafts' }).click();
    await expect(window.getByRole('heading', { level: 1, name: 'Drafts' })).toBeVisible();
    await chooseMenuItem(desk.app, 'open-palette');
    await window.keyboard.type('usage and cost');
    await window.keyboard.press('Enter');
    await expect(heading(window)).toBeVisible();
  },
);

test('80 % and all of the included requests are told of once each, and the bill is exact', async ({
  launch,
  userDataDir,
  practice,
}) => {
  const { id: connectionId } = await chooseTestConnection(userDataDir, practice);
  const add = (day: string, endpoint: string, requests: number) =>
    countRequests(userDataDir, [{ connectionId, day, endpoint, purpose: 'sending', requests }]);
  add(daysAgo(0), 'orders/line_item add', 40_000);
  add(firstOfLastMonth(), 'orders/create', 60_001);

  const first = await launch();
  let window = await first.readyWindow();
  await expect(note(window, /40,00\d of this month’s 50,000 included requests/)).toBeVisible();
  await expect(inStatusBar(window)).toContainText('(80%)');
  await note(window, /40,00\d/)
    .getByRole('button', { name: 'Usage and cost' })
    .click();
  await expect(heading(window)).toBeVisible();
  await expect(main(window).getByText('80% of the 50,000 included')).toBeVisible();
  await expect(main(window).getByRole('row', { name: /^Line added to an order/ })).toContainText('40,000');

  // The month before: no projection, and the price of the 10,001 beyond.
  await main(window).getByRole('combobox', { name: 'Month' }).click();
  await window.getByRole('option').nth(1).click();
  await expect(figure(window, 'Estimated bill')).toContainText('$115.00');
  await expect(figure(window, 'Estimated bill')).toContainText('10,001 further');
  await expect(main(window).getByText('Projected', { exact: false })).toHaveCount(0);
  // The page itself tells no more than it shows: the next starts are elsewhere.
  await window.getByRole('navigation').getByRole('link', { name: 'Drafts' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Drafts' })).toBeVisible();
  await first.quit();

  // Told already.
  add(daysAgo(0), 'orders/line_item add', 1_000);
  const second = await launch();
  window = await second.readyWindow();
  await expect(inStatusBar(window)).toContainText('(82%)');
  await expect(note(window, /included/)).toHaveCount(0);
  await second.quit();

  add(daysAgo(0), 'orders/line_item add', 9_000);
  const third = await launch();
  window = await third.readyWindow();
  await expect(note(window, /are used up. Nothing stops; each further one costs \$0\.0015/)).toBeVisible();
  await expect(inStatusBar(window)).toContainText('(100%)');
});

testWithConnection(
  'the price list is the desk’s own, and counts everywhere',
  async ({ window, launch, desk }) => {
    await inStatusBar(window).click();
    await main(window).getByRole('button', { name: 'Change…' }).click();
    const monthly = main(window).getByLabel('A month (US$)');
    await expect(monthly).toBeFocused();
    await monthly.fill('about 50');
    await window.keyboard.press('Enter');
    await expect(main(window).getByText('Enter dollars, such as 100 or 99.50.')).toBeVisible();
    await monthly.fill('49.50');
    await main(window).getByRole('textbox', { name: 'Included requests' }).fill('20,000');
    await window.keyboard.press('Enter');
    await expect(
      main(window).getByText('$49.50 a month with 20,000 requests, $0.0015 for each further one.'),
    ).toBeVisible();
    await expect(main(window).getByRole('button', { name: 'Change…' })).toBeFocused();
    await expect(figure(window, 'Estimated bill so far')).toContainText('$49.50');
    await expect(inStatusBar(window)).toContainText('of 20,000 this month');

    // Escape leaves all as it was.
    await window.keyboard.press('Enter');
    await monthly.fill('1');
    await window.keyboard.press('Escape');
    await expect(main(window).getByText('$49.50 a month', { exact: false }).first()).toBeVisible();

    await desk.quit();
    const again = await (await launch()).readyWindow();
    await expect(heading(again)).toBeVisible();
    await expect(inStatusBar(again)).toContainText('of 20,000 this month');
  },
);

test('practice requests are counted, and cost nothing', async ({ window }) => {
  await expect(inStatusBar(window)).toContainText('practice requests cost nothing');
  await inStatusBar(window).click();
  await expect(main(window).getByText('Practice requests cost nothing.')).toBeVisible();
  await expect(main(window).getByText('bill', { exact: false }).filter({ hasText: 'Estimated' })).toHaveCount(
    0,
  );
  await expect(main(window).getByRole('heading', { name: 'Price list' })).toHaveCount(0);
});
