import { describe, expect, it } from 'vitest';
import { createEventQueue } from '../../../electron/ipc/event-queue.ts';

function queue() {
  const sent: string[] = [];
  const events = createEventQueue((name, payload) => sent.push(`${name} ${JSON.stringify(payload)}`));
  return { events, sent };
}

describe('the event queue', () => {
  it('holds events back until the page is ready, then sends them in order', () => {
    const { events, sent } = queue();
    events.emit('command', { name: 'find' });
    events.emit('connections.changed', {});
    expect(sent).toEqual([]);
    events.pageReady();
    events.emit('command', { name: 'submit' });
    expect(sent).toEqual(['command {"name":"find"}', 'connections.changed {}', 'command {"name":"submit"}']);
  });

  it('holds back again while the page is loaded anew, and sends each event once', () => {
    const { events, sent } = queue();
    events.pageReady();
    events.pageGone();
    events.emit('command', { name: 'find' });
    expect(sent).toEqual([]);
    events.pageReady();
    events.pageReady();
    expect(sent).toEqual(['command {"name":"find"}']);
  });

  it('keeps the newest hundred', () => {
    const { events, sent } = queue();
    events.emit('command', { name: 'find' });
    for (let count = 0; count < 100; count += 1) events.emit('connections.changed', {});
    events.pageReady();
    expect(sent).toHaveLength(100);
    expect(sent).not.toContain('command {"name":"find"}');
  });
});
