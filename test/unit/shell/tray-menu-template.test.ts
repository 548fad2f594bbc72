import { describe, expect, it, vi } from 'vitest';
import { trayMenuTemplate } from '../../../electron/shell/tray-menu-template.ts';

describe('the tray’s menu', () => {
  it('opens the window, the outbox, and quits', () => {
    const actions = { open: vi.fn(), openOutbox: vi.fn(), quit: vi.fn() };
    const items = trayMenuTemplate({ waiting: 2, needsYou: 0 }, actions);
    expect(items.flatMap(({ label }) => label ?? [])).toEqual([
      'Open Order Desk',
      'Outbox: 2 waiting',
      'Quit',
    ]);
    for (const { click } of items) (click as (() => void) | undefined)?.();
    expect(Object.values(actions).map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1]);
  });
});
