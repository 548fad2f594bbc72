import { describe, expect, it, vi } from 'vitest';
import { outboxWords, trayMenuTemplate } from '../../../electron/shell/tray-menu-template.ts';

describe('the tray’s menu', () => {
  it('opens the window, the outbox, and quits', () => {
    const actions = { open: vi.fn(), openOutbox: vi.fn(), quit: vi.fn() };
    const items = trayMenuTemplate({ waiting: 2, held: 0, needsAttention: 0 }, actions);
    expect(items.flatMap(({ label }) => label ?? [])).toEqual(['Open Order Desk', 'Outbox: 2 wait', 'Quit']);
    for (const { click } of items) (click as (() => void) | undefined)?.();
    expect(Object.values(actions).map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1]);
  });

  it.each([
    [{ waiting: 0, held: 0, needsAttention: 0 }, 'nothing waits'],
    [{ waiting: 1, held: 0, needsAttention: 0 }, '1 waits'],
    [{ waiting: 0, held: 0, needsAttention: 2 }, '2 need attention'],
    [{ waiting: 3, held: 0, needsAttention: 1 }, '3 wait, 1 needs attention'],
    [{ waiting: 0, held: 1, needsAttention: 0 }, '1 is held'],
    [{ waiting: 1, held: 2, needsAttention: 1 }, '1 waits, 2 are held, 1 needs attention'],
  ])('says of %j: %s', (outbox, words) => {
    expect(outboxWords(outbox)).toBe(words);
  });
});
