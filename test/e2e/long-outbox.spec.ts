import { dataFolderIn } from '../../electron/shell/app-folders.ts';
import { createConnectionRepository } from '../../electron/storage/connections.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { createSubmissionRepository } from '../../electron/storage/submissions/submissions.ts';
import { draftIdSchema, orderNumberSchema, submissionIdSchema } from '../../shared/ids.ts';
import { FINISHED_LISTED } from '../../shared/outbox/listed.ts';
import { expect, testWithConnection as test } from './harness/fixtures.ts';
import { seriousFindings } from './harness/serious-findings.ts';

/** Puts so many sent submissions into a folder: OLD-1, OLD-2, … */
function haveSent(userDataDir: string, count: number): void {
  const db = openDatabase(dataFolderIn(userDataDir), () => new Date());
  try {
    const connection = createConnectionRepository(db)
      .list()
      .find(({ kind }) => kind === 'test');
    if (connection === undefined) throw new Error('There is no test connection.');
    const submissions = createSubmissionRepository(db);
    db.transaction(() => {
      for (let index = 1; index <= count; index += 1) {
        const id = submissionIdSchema.parse(`sent-${index}`);
        const at = new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString();
        submissions.insert({
          id,
          draftId: draftIdSchema.parse(`draft-${index}`),
          connectionId: connection.id,
          reference: `OLD-${index}`,
          customerCode: 'M-1000',
          stepsTotal: 2,
          queuedAt: at,
          orderNumber: orderNumberSchema.parse(String(90_000 + index)),
          duplicateConfirmed: false,
          referenceField: 'REFERENCE_NUMBER',
          isAddition: false,
        });
        submissions.move(id, ['queued'], { state: 'sent', finishedAt: at });
      }
    });
  } finally {
    db.close();
  }
}

test('a long outbox lists the newest, says so, and finds the older ones', async ({ userDataDir, launch }) => {
  haveSent(userDataDir, FINISHED_LISTED + 3);
  const window = await (await launch()).readyWindow();
  await window
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: /^Outbox/ })
    .click();
  const outbox = window.getByRole('table', { name: 'Outbox' });
  const row = (reference: string) =>
    outbox.getByRole('row').filter({ has: window.getByText(reference, { exact: true }) });
  await expect(row(`OLD-${FINISHED_LISTED + 3}`)).toBeVisible();
  await expect(outbox).toHaveAttribute('aria-rowcount', String(FINISHED_LISTED + 1));
  await expect(window.getByText(`the newest ${FINISHED_LISTED} are listed`)).toBeVisible();
  expect(await seriousFindings(window)).toEqual([]);

  const search = window.getByRole('searchbox', { name: 'Search the outbox' });
  await search.fill('90002');
  await expect(row('OLD-2')).toContainText('In PIMS');
  await expect(outbox).toHaveAttribute('aria-rowcount', '2');
  await row('OLD-2').click();
  await expect(window.getByRole('region', { name: 'Submission OLD-2', exact: true })).toBeVisible();
});
