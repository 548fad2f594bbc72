import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { dataFolderIn, logFileIn } from '../../electron/shell/app-folders.ts';
import { startWatched, temporaryProfile } from '../watched-app/watched-app.ts';
import { packagedApplication } from './packaged-application.ts';

// How a fuse is written in the program: as a character.
const off = '0'.charCodeAt(0);
const on = '1'.charCodeAt(0);

const { executable, resources } = packagedApplication();

const connection = {
  Name: 'Warehouse',
  'Server address': 'https://pims.example.com',
  'Team ID': 'team',
  'API ID': 'id',
};

test('the packaged application starts, shows the orders of the practice server, and quits', async () => {
  const profile = temporaryProfile();
  const running = await startWatched(executable, [], profile.path);
  try {
    const { page } = running;
    await expect(page.getByRole('heading', { name: 'Orders', exact: true })).toBeVisible();
    // The connection comes from the database, so rows show that SQLite's native package works.
    await expect(page.getByRole('grid').getByRole('row').nth(5)).toBeVisible();
    await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Add a connection' }).click();
    const form = page.getByRole('dialog', { name: 'Add a connection' });
    for (const [label, value] of Object.entries(connection)) await form.getByLabel(label).fill(value);
    await form.getByRole('textbox', { name: 'API secret' }).fill('kept by keytar');
    await form.getByRole('button', { name: 'Save' }).click();
    // Saving writes, reads back and compares, so this shows that the keychain's native package works.
    await expect(page.getByText('Secret in the system keychain')).toBeVisible();
    await page.evaluate(() => self.orderDesk.call('preferences.change', { keepInTray: true }));
    expect(readFileSync(logFileIn(dataFolderIn(profile.path)), 'utf8')).not.toContain(
      'The tray could not be used',
    );
    expect(await running.quit()).toBe(0);
  } finally {
    await running.discard();
    profile.remove();
  }
});

test('the packaged program can be turned neither into Node.js nor into a debugger of itself', async () => {
  const fuses = await getCurrentFuseWire(executable);
  expect({
    runAsNode: fuses[FuseV1Options.RunAsNode],
    cookieEncryption: fuses[FuseV1Options.EnableCookieEncryption],
    nodeOptions: fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
    nodeInspect: fuses[FuseV1Options.EnableNodeCliInspectArguments],
    asarIntegrity: fuses[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
    onlyAsar: fuses[FuseV1Options.OnlyLoadAppFromAsar],
    filePrivileges: fuses[FuseV1Options.GrantFileProtocolExtraPrivileges],
  }).toEqual({
    runAsNode: off,
    cookieEncryption: on,
    nodeOptions: off,
    nodeInspect: off,
    asarIntegrity: on,
    onlyAsar: on,
    filePrivileges: off,
  });
});

test('the package holds the build and the two native packages, and nothing else of ours', () => {
  const files = listPackage(join(resources, 'app.asar'), { isPack: false }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  const parts = new Set(files.map((path) => path.split('/').slice(1, 3).join('/')));
  expect([...parts].sort()).toEqual([
    'node_modules',
    'node_modules/@photostructure',
    'node_modules/keytar',
    'node_modules/node-gyp-build',
    'out',
    'out/main',
    'out/preload',
    'out/renderer',
    'package.json',
  ]);
  expect(files.filter((path) => /\.(?:ts|tsx|map|cc|cpp|c|h)$/.test(path))).toEqual([]);
  const prebuilt = files
    .filter((path) => /\/prebuilds\/[^/]+$/.test(path))
    .map((path) => path.split('/').at(-1));
  expect(prebuilt).toEqual([`${process.platform}-${process.arch}`]);
});
