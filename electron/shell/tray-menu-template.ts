import type { MenuItemConstructorOptions } from 'electron';
import { outboxWords } from '../../shared/outbox/outbox-words.ts';
import type { DeskStatus } from '../../shared/status.ts';

/** What the tray's items do. */
export interface TrayActions {
  open(): void;
  openOutbox(): void;
  quit(): void;
}

/** The tray's menu. Every item has an id, by which tests choose it. */
export function trayMenuTemplate(
  outbox: DeskStatus['outbox'],
  actions: TrayActions,
): MenuItemConstructorOptions[] {
  return [
    { id: 'open', label: 'Open Order Desk', click: () => actions.open() },
    { id: 'outbox', label: `Outbox: ${outboxWords(outbox)}`, click: () => actions.openOutbox() },
    { type: 'separator' },
    { id: 'quit', label: 'Quit', click: () => actions.quit() },
  ];
}
