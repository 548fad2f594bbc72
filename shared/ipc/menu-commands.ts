/** Commands that the application menu and the command palette share. */
export const menuCommands = [
  'new-order',
  'go-orders',
  'go-drafts',
  'go-outbox',
  'go-import',
  'go-settings',
  'open-palette',
  'find',
  'submit',
  'toggle-appearance',
  'show-shortcuts',
] as const;
export type MenuCommand = (typeof menuCommands)[number];
