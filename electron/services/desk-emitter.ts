import type { DeskEventName, DeskEvents } from '../../shared/ipc/desk-events.ts';
import type { Log } from '../log.ts';

/** Events of the application below IPC; menu commands, answers to dialogs and opened files come from the shell. */
export type ServiceEventName = Exclude<DeskEventName, 'command' | 'preferences.changed' | 'import.opened'>;
export type ServiceListener<E extends ServiceEventName> = (payload: DeskEvents[E]) => void;

export interface DeskEmitter {
  /** Subscribes; the answer unsubscribes. */
  on<E extends ServiceEventName>(event: E, listener: ServiceListener<E>): () => void;
  /** Tells every listener. One that throws is logged and disturbs nobody. */
  emit<E extends ServiceEventName>(event: E, payload: DeskEvents[E]): void;
}

type ListenerSets = { [E in ServiceEventName]: Set<ServiceListener<E>> };

export function createDeskEmitter(log: Log): DeskEmitter {
  const listeners: ListenerSets = {
    'status.changed': new Set(),
    'connections.changed': new Set(),
    'drafts.changed': new Set(),
    'outbox.changed': new Set(),
    'day-check.progress': new Set(),
  };
  return {
    on(event, listener) {
      const registered: Set<typeof listener> = listeners[event];
      registered.add(listener);
      return () => registered.delete(listener);
    },
    emit(event, payload) {
      for (const listener of [...listeners[event]]) {
        try {
          listener(payload);
        } catch (cause) {
          log.error('A listener failed', { event, cause });
        }
      }
    },
  };
}
