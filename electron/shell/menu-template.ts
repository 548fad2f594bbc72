import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../shared/ipc/menu-commands.ts';

/** What the menu's items do. */
export interface MenuActions {
  /** Hands a command to the page. */
  command(name: MenuCommand): void;
  openWeevioCloud(): void;
  showLog(): void;
}

/** Where the menu differs. */
export interface MenuSurroundings {
  readonly platform: NodeJS.Platform;
  /** Adds reloading and the developer tools. */
  readonly developing: boolean;
}

type Item = MenuItemConstructorOptions & { id: string };

const SEPARATOR = { type: 'separator' } as const;

/**
 * The application menu. Every item has an id, by which tests choose it. The menu alone binds the keys of our commands,
 * so that no key press is acted on twice; the page sees each key first, and may keep it for itself.
 */
export function menuTemplate(actions: MenuActions, { platform, developing }: MenuSurroundings): Item[] {
  const command = (name: MenuCommand, label: string, accelerator?: string): Item => ({
    id: name,
    label,
    click: () => actions.command(name),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const isMac = platform === 'darwin';
  return [
    ...(isMac ? [{ id: 'app-menu', role: 'appMenu' } as const] : []),
    {
      id: 'file-menu',
      label: '&File',
      submenu: [
        command('new-order', 'New order', 'CommandOrControl+N'),
        command('submit', 'Submit order', 'CommandOrControl+Enter'),
        SEPARATOR,
        command('go-settings', 'Settings', 'CommandOrControl+,'),
        SEPARATOR,
        isMac ? role('close') : role('quit'),
      ],
    },
    {
      id: 'edit-menu',
      label: '&Edit',
      submenu: [
        ...(['undo', 'redo'] as const).map(role),
        SEPARATOR,
        ...(['cut', 'copy', 'paste', 'delete', 'selectAll'] as const).map(role),
        SEPARATOR,
        command('find', 'Find', 'CommandOrControl+F'),
      ],
    },
    {
      id: 'go-menu',
      label: '&Go',
      submenu: [
        command('go-orders', 'Orders', 'CommandOrControl+1'),
        command('go-drafts', 'Drafts', 'CommandOrControl+2'),
        command('go-outbox', 'Outbox', 'CommandOrControl+3'),
        command('go-import', 'Import', 'CommandOrControl+4'),
        SEPARATOR,
        command('open-palette', 'Command palette', 'CommandOrControl+K'),
      ],
    },
    {
      id: 'view-menu',
      label: '&View',
      submenu: [
        command('toggle-appearance', 'Light or dark', 'CommandOrControl+Shift+L'),
        SEPARATOR,
        ...(['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'] as const).map(role),
        ...(developing ? [SEPARATOR, role('reload'), role('toggleDevTools')] : []),
      ],
    },
    {
      id: 'help-menu',
      role: 'help',
      submenu: [
        command('show-shortcuts', 'Keyboard shortcuts', 'F1'),
        SEPARATOR,
        {
          id: 'weevio-cloud',
          label: 'Weevio Cloud: plan and API keys',
          click: () => actions.openWeevioCloud(),
        },
        { id: 'show-log', label: 'Show log', click: () => actions.showLog() },
        role('about'),
      ],
    },
  ];
}

function role<R extends NonNullable<MenuItemConstructorOptions['role']>>(name: R) {
  return { id: name, role: name };
}
