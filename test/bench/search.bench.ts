import { expect } from '@playwright/test';
import { testWithConnection as test } from '../e2e/harness/fixtures.ts';
import { median, report, spread } from './figures.ts';

const ROUNDS = 9;
const RESULTS = 500;

test('showing 500 search results against the practice server’s own answer time', async ({
  practice,
  window,
}) => {
  const grid = window.getByRole('grid', { name: 'Orders' });
  await expect(grid.getByRole('row').nth(5)).toBeVisible();
  await window.getByRole('button', { name: 'Filters' }).click();
  await window.getByRole('textbox', { name: 'Return at most' }).fill(String(RESULTS));

  const ratios: number[] = [];
  const shown: number[] = [];
  const answered: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const bare = await serverTime(practice);
    const ours = await window.evaluate(timeToShow);
    await expect(window.getByText(`${RESULTS} orders`)).toBeVisible();
    if (round === 0) continue;
    answered.push(bare);
    shown.push(ours);
    ratios.push(ours / bare);
  }
  await report(
    `500 results shown / server's answer: ${median(ratios).toFixed(2)} (${spread(ratios, 2)}); ` +
      `${median(shown).toFixed(0)} ms against ${median(answered).toFixed(0)} ms, ${ROUNDS} rounds`,
  );
  expect(ratios).toHaveLength(ROUNDS);
});

/** Milliseconds that the same query takes with a bare fetch, its body read and parsed. */
async function serverTime(practice: {
  baseUrl: string;
  credentials: { teamId: string; apiId: string; apiSecret: string };
}): Promise<number> {
  const { teamId, apiId, apiSecret } = practice.credentials;
  const url = `${practice.baseUrl}/tenant/api/pims/v1/orders/query?teamID=${encodeURIComponent(teamId)}&maxReturn=${RESULTS}`;
  const started = performance.now();
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Basic ${Buffer.from(`${apiId}:${apiSecret}`).toString('base64')}`,
    },
    body: '[]',
  });
  await answer.json();
  return performance.now() - started;
}

/** In the page: presses Search, and answers the milliseconds until the new results are drawn. */
async function timeToShow(): Promise<number> {
  const search = [...document.querySelectorAll('button')].find((button) => button.textContent === 'Search');
  if (search === undefined) throw new Error('There is no Search button.');
  const shownAt = () => performance.getEntriesByName('orders-shown').at(-1)?.startTime ?? 0;
  const started = performance.now();
  search.click();
  while (shownAt() < started) await new Promise(requestAnimationFrame);
  return shownAt() - started;
}
