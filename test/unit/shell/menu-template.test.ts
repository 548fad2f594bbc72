import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { menuTemplate } from '../../../electron/shell/menu-template.ts';
import { type MenuCommand, menuCommands } from '../../../shared/ipc/menu-commands.ts';

function menu({ platform = 'linux' as NodeJS.Platform, developing = false } = {}) {
  const actions = {
    command: vi.fn<(name: MenuCommand) => void>(),
    openWeevioCloud: vi.fn<() => void>(),
    showLog: vi.fn<() => void>(),
  };
  return { actions, items: flat(menuTemplate(actions, { platform, developing })) };
}

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}

describe('the menu', () => {
  it('has an item for each command, which hands its name to the page', () => {
    const { actions, items } = menu();
    for (const name of menuCommands) {
      const item = items.find(({ id }) => id === name);
      (item?.click as (() => void) | undefined)?.();
    }
    expect(actions.command.mock.calls).toEqual(menuCommands.map((name) => [name]));
  });

  it.each(['linux', 'win32', 'darwin'] as const)(
    'gives every item on %s an id, and none twice',
    (platform) => {
      const ids = menu({ platform, developing: true })
        .items.filter((item) => item.type !== 'separator')
        .map(({ id }) => id);
      expect(ids).not.toContain(undefined);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  it('binds no key twice', () => {
    const keys = menu({ developing: true }).items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('offers reloading and developer tools while developing alone', () => {
    const roles = (developing: boolean) => menu({ developing }).items.map(({ role }) => role);
    expect(roles(true)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
    expect(roles(false)).not.toContain('reload');
    expect(roles(false)).not.toContain('toggleDevTools');
  });
});
