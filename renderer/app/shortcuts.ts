import type { MenuCommand } from '../../shared/ipc/menu-commands.ts';

/** The key that the application menu's shortcuts are held with on this system. */
export const MOD = navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl';

/** What the menu's commands are called, and the keys that the application menu binds to them. */
export const commandWords: Readonly<Record<MenuCommand, { readonly label: string; readonly keys: string }>> =
  {
    'new-order': { label: 'New order', keys: `${MOD}+N` },
    'go-orders': { label: 'Go to Orders', keys: `${MOD}+1` },
    'go-drafts': { label: 'Go to Drafts', keys: `${MOD}+2` },
    'go-outbox': { label: 'Go to Outbox', keys: `${MOD}+3` },
    'go-import': { label: 'Go to Import', keys: `${MOD}+4` },
    'go-settings': { label: 'Go to Settings', keys: `${MOD}+,` },
    'open-palette': { label: 'Search or run a command', keys: `${MOD}+K` },
    find: { label: 'Find', keys: `${MOD}+F` },
    submit: { label: 'Submit', keys: `${MOD}+Enter` },
    'toggle-appearance': { label: 'Turn to light or dark', keys: `${MOD}+Shift+L` },
    'show-shortcuts': { label: 'Show keyboard shortcuts', keys: 'F1' },
  };
