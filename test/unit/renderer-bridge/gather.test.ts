import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gather } from '../../../renderer/bridge/gather.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function gathering() {
  const passed: string[][] = [];
  return { passed, ...gather<string>(200, (items) => passed.push([...items])) };
}

describe('gather', () => {
  it('passes the first on at once and what follows together, each once', () => {
    const { passed, add } = gathering();
    for (const item of ['a', 'b', 'b', 'a', 'c']) add(item);
    expect(passed).toEqual([['a']]);
    vi.advanceTimersByTime(200);
    expect(passed).toEqual([['a'], ['b', 'a', 'c']]);
  });

  it('never passes more often than that, and loses nothing', () => {
    const { passed, add } = gathering();
    for (let index = 0; index < 100; index += 1) {
      add(`step ${index}`);
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(200);
    expect(passed.length).toBeLessThanOrEqual(7);
    expect(passed.flat()).toHaveLength(100);
  });

  it('passes at once again after a pause', () => {
    const { passed, add } = gathering();
    add('a');
    vi.advanceTimersByTime(1_000);
    add('b');
    expect(passed).toEqual([['a'], ['b']]);
  });

  it('passes nothing once it is stopped', () => {
    const { passed, add, stop } = gathering();
    add('a');
    add('b');
    stop();
    vi.advanceTimersByTime(1_000);
    expect(passed).toEqual([['a']]);
  });
});
