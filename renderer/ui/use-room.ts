import { type RefObject, useLayoutEffect, useState } from 'react';

/** The px that an element has for what is in it, without its scroll bar; 0 until it is measured. */
export function useRoom(element: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const present = element.current;
    if (present === null) return;
    const measure = (): void => setRoom(present.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(present);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
