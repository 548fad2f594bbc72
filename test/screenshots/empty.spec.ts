import { expect, testWithConnection as test } from '../e2e/harness/fixtures.ts';
import { goTo, takeLooks } from './harness/looks.ts';

test('screens with nothing in them', async ({ desk, window }) => {
  await goTo(window, 'Drafts');
  await takeLooks(desk, window, 'empty-drafts');
  await goTo(window, 'Outbox');
  await takeLooks(desk, window, 'empty-outbox');
  // With nothing submitted no button leads there; the palette does.
  await window.evaluate(() => {
    location.hash = '#/day-check';
  });
  await expect(window.getByText('Nothing was submitted in this period')).toBeVisible();
  await takeLooks(desk, window, 'empty-day-check');
});
