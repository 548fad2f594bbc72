import type { DeskEventName, DeskEvents } from '../../shared/ipc/desk-events.ts';

/** Sends one event to the page. */
export type SendEvent = (name: DeskEventName, payload: DeskEvents[DeskEventName]) => void;

/** Events for a page that may not listen yet. */
export interface EventQueue {
  emit<E extends DeskEventName>(name: E, payload: DeskEvents[E]): void;
  /** The page listens: what was held back is sent, and later events go at once. */
  pageReady(): void;
  /** The page is being loaded anew: events are held back again. */
  pageGone(): void;
}

/** A page reads everything once it listens, so of events held back only the latest few matter. */
const MOST_HELD = 100;

/** Holds events back until the page says that it is ready; in their order, the oldest dropped beyond a hundred. */
export function createEventQueue(send: SendEvent): EventQueue {
  let ready = false;
  let held: (() => void)[] = [];
  return {
    emit(name, payload) {
      if (ready) return send(name, payload);
      held = [...held, () => send(name, payload)].slice(-MOST_HELD);
    },
    pageReady() {
      ready = true;
      const toSend = held;
      held = [];
      for (const sendHeld of toSend) sendHeld();
    },
    pageGone() {
      ready = false;
    },
  };
}
