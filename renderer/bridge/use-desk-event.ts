import { useEffect, useEffectEvent } from 'react';
import type { DeskEventName, DeskEvents } from '../../shared/ipc/desk-events.ts';

/** Listens to what the main process tells, for as long as the component is there. */
export function useDeskEvent<E extends DeskEventName>(
  event: E,
  listener: (payload: DeskEvents[E]) => void,
): void {
  const onEvent = useEffectEvent(listener);
  useEffect(() => window.orderDesk.on(event, (payload) => onEvent(payload)), [event]);
}
