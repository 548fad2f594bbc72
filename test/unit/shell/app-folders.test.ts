import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FolderSurroundings, userDataFolder } from '../../../electron/shell/app-folders.ts';

const roaming = join('/', 'Users', 'ann', 'AppData', 'Roaming', 'Order Desk');
const local = join('/', 'Users', 'ann', 'AppData', 'Local');
const windows: FolderSurroundings = {
  platform: 'win32',
  givenUserData: '',
  localAppData: local,
  defaultUserData: roaming,
  appName: 'Order Desk',
};

describe('userDataFolder', () => {
  it('is local on Windows, since a roaming one would give two machines one outbox', () => {
    expect(userDataFolder(windows)).toBe(join(local, 'Order Desk'));
  });

  it('is Electron’s own elsewhere', () => {
    const home = '/home/ann/.config/Order Desk';
    expect(userDataFolder({ ...windows, platform: 'linux', defaultUserData: home })).toBe(home);
    expect(userDataFolder({ ...windows, localAppData: undefined })).toBe(roaming);
  });

  it('is the one that was given on the command line, before all', () => {
    expect(userDataFolder({ ...windows, givenUserData: 'somewhere' })).toBe(resolve('somewhere'));
  });
});
