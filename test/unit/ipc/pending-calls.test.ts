import { describe, expect, it, vi } from 'vitest';
import { createPendingCalls } from '../../../electron/ipc/pending-calls.ts';

describe('pending calls', () => {
  it('settle once every call has ended, well or badly', async () => {
    const calls = createPendingCalls();
    const order: string[] = [];
    let endSave: () => void = () => undefined;
    const save = calls.follow(
      new Promise<void>((resolve) => {
        endSave = resolve;
      }),
    );
    const failing = calls.follow(Promise.reject(new Error('no')));
    const settled = calls.settled(60_000).then(() => order.push('settled'));
    await expect(failing).rejects.toThrow('no');
    void save.then(() => order.push('saved'));
    endSave();
    await settled;
    expect(order).toEqual(['saved', 'settled']);
  });

  it('do not wait longer than they are told to', async () => {
    vi.useFakeTimers();
    try {
      const calls = createPendingCalls();
      void calls.follow(new Promise<never>(() => undefined));
      const settled = calls.settled(2_000);
      await vi.advanceTimersByTimeAsync(2_000);
      await settled;
    } finally {
      vi.useRealTimers();
    }
  });
});
