import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { CALL_CHANNEL, EVENT_CHANNEL } from '../shared/ipc/channels.ts';
import type { OrderDeskBridge } from '../shared/ipc/contract.ts';
import type { DeskEventName, DeskEvents } from '../shared/ipc/desk-events.ts';

/*
 * The whole bridge between the page and the main process. It runs in a sandbox and may require `electron` alone,
 * so it imports types and two names, and checks nothing: main does.
 */

/** One subscription; an object of its own, so that a function subscribed twice is two of them. */
interface Subscription {
  readonly event: string;
  readonly listener: (payload: never) => void;
}
const subscriptions = new Set<Subscription>();

const bridge: OrderDeskBridge = {
  call: (channel, input) => ipcRenderer.invoke(CALL_CHANNEL, channel, input),

  on<E extends DeskEventName>(event: E, listener: (payload: DeskEvents[E]) => void) {
    const subscription = { event, listener };
    subscriptions.add(subscription);
    return () => {
      subscriptions.delete(subscription);
    };
  },
};

ipcRenderer.on(EVENT_CHANNEL, (_event: IpcRendererEvent, name: string, payload: unknown) => {
  for (const { event, listener } of subscriptions) {
    // Each on its own, so that one that throws does not keep the event from the others.
    if (event === name) queueMicrotask(() => listener(payload as never));
  }
});

contextBridge.exposeInMainWorld('orderDesk', bridge);
