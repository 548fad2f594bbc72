import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SaveQueue, type SaveState } from '../../../renderer/drafts/save-queue.ts';
import type { DraftEdit } from '../../../shared/drafts/draft.ts';

const set = (field: string, value: string): DraftEdit => ({ kind: 'set-header', field, value });
const at = '2026-05-15T10:00:00.000Z';

/** A store that answers when it is told to, and counts how many calls are under way. */
function slowStore() {
  const calls: { edits: DraftEdit[]; done: () => void; fail: (error: Error) => void }[] = [];
  const send = (edits: DraftEdit[]) =>
    new Promise<{ updatedAt: string }>((resolve, reject) => {
      calls.push({ edits, done: () => resolve({ updatedAt: at }), fail: reject });
    });
  return { calls, send };
}

function queueOn(send: (edits: DraftEdit[]) => Promise<{ updatedAt: string }>, canRetry = () => true) {
  const states: SaveState['kind'][] = [];
  const queue = new SaveQueue({ send, canRetry, onChange: (state) => states.push(state.kind) });
  return { queue, states };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('SaveQueue', () => {
  it('gathers edits for less than half a second, then writes them in one call', async () => {
    const { calls, send } = slowStore();
    const { queue, states } = queueOn(send);
    queue.add([set('BNAME', 'A')]);
    queue.add([set('BNAME', 'Ac'), set('BCITY', 'B')]);
    expect(calls).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(500);
    expect(calls.map(({ edits }) => edits)).toEqual([[set('BNAME', 'Ac'), set('BCITY', 'B')]]);
    calls[0]?.done();
    await vi.advanceTimersByTimeAsync(0);
    expect(states).toEqual(['saving', 'saved']);
    expect(queue.state).toEqual({ kind: 'saved', at });
  });

  it('writes one call at a time, in order, and does not say saved in between', async () => {
    const { calls, send } = slowStore();
    const { queue } = queueOn(send);
    queue.add([set('BNAME', 'A')]);
    await vi.advanceTimersByTimeAsync(500);
    queue.add([set('BNAME', 'B')]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(calls).toHaveLength(1);
    calls[0]?.done();
    await vi.advanceTimersByTimeAsync(0);
    expect(queue.state.kind).toBe('saving');
    await vi.advanceTimersByTimeAsync(500);
    expect(calls.map(({ edits }) => edits)).toEqual([[set('BNAME', 'A')], [set('BNAME', 'B')]]);
  });

  it('flushes without waiting, and answers when all is written', async () => {
    const { calls, send } = slowStore();
    const { queue } = queueOn(send);
    queue.add([set('BNAME', 'A')]);
    const flushed = queue.flush();
    queue.add([set('BNAME', 'B')]);
    calls[0]?.done();
    await vi.advanceTimersByTimeAsync(0);
    expect(queue.isClean).toBe(false);
    calls[1]?.done();
    await flushed;
    expect(queue.isClean).toBe(true);
  });

  it('tries again by itself with the same edits first, later and later', async () => {
    const { calls, send } = slowStore();
    const { queue, states } = queueOn(send);
    queue.add([set('BNAME', 'A')]);
    await vi.advanceTimersByTimeAsync(500);
    calls[0]?.fail(new Error('no'));
    await vi.advanceTimersByTimeAsync(0);
    expect(queue.state.kind).toBe('failed');
    queue.add([set('BCITY', 'B')]);
    expect(queue.state.kind).toBe('failed');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(calls[1]?.edits).toEqual([set('BNAME', 'A'), set('BCITY', 'B')]);
    calls[1]?.fail(new Error('no'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(calls).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1_000);
    calls[2]?.done();
    await vi.advanceTimersByTimeAsync(0);
    expect(states.at(-1)).toBe('saved');
  });

  it('does not try again what can not be mended that way, but keeps the edits', async () => {
    const { calls, send } = slowStore();
    const { queue } = queueOn(send, () => false);
    queue.add([set('BNAME', 'A')]);
    await vi.advanceTimersByTimeAsync(500);
    calls[0]?.fail(new Error('This draft is queued.'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(calls).toHaveLength(1);
    expect(queue.state).toMatchObject({ kind: 'failed', retries: false });
    expect(queue.isClean).toBe(false);
  });
});
