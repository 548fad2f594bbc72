import type { MenuItemConstructorOptions } from 'electron';
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

/** `3 wait, 2 are held, 1 needs attention`. */
export function outboxWords({ waiting, held, needsAttention }: DeskStatus['outbox']): string {
  const parts: string[] = [];
  if (waiting > 0) parts.push(waiting === 1 ? '1 waits' : `${waiting} wait`);
  if (held > 0) parts.push(held === 1 ? '1 is held' : `${held} are held`);
  if (needsAttention > 0) {
    parts.push(needsAttention === 1 ? '1 needs attention' : `${needsAttention} need attention`);
  }
  return parts.length === 0 ? 'nothing waits' : parts.join(', ');
}
