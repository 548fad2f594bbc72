import { type RefObject, useLayoutEffect, useState } from 'react';
import type { ColumnWidths } from '../../../shared/preferences/preferences.ts';

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

/** The chosen widths as they are while a column is dragged; what is remembered anew from outside replaces them. */
export function useChosenWidths(
  remembered: ColumnWidths,
): readonly [ColumnWidths, (widths: ColumnWidths) => void] {
  const [chosen, setChosen] = useState({ remembered, widths: remembered });
  if (chosen.remembered !== remembered) setChosen({ remembered, widths: remembered });
  return [
    chosen.remembered === remembered ? chosen.widths : remembered,
    (widths) => setChosen({ remembered, widths }),
  ];
}
