import { type RefObject, useEffect } from 'react';

/** On what the focus goes to when what had it is gone, such as a heading: `{...takesFocus}`. */
export const takesFocus = { 'data-takes-focus': true } as const;

/**
 * Keeps the keyboard's place within a frame. A button that is disabled while it works loses the focus, and one that goes
 * away with what it did takes it along: the browser then has it nowhere, and the next Tab begins at the top. The first
 * gets it back once it is enabled; for the second the nearest thing that `takesFocus` has it.
 */
export function useKeptFocus(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    // What had the focus last, and what is around it, innermost first.
    let place: readonly HTMLElement[] = [];
    const onFocusIn = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && frame.current?.contains(target) === true) place = around(target);
    };
    // Whoever clicks where nothing takes the focus wants it nowhere.
    const onPointerDown = (): void => {
      place = [];
    };
    const giveBack = (): void => {
      const [last, ...rest] = place;
      if (last === undefined || document.activeElement !== document.body) return;
      if (document.querySelector('[aria-modal="true"]') !== null) return;
      if (last.isConnected) {
        last.focus({ preventScroll: true });
        return;
      }
      for (const one of rest.filter(({ isConnected }) => isConnected)) {
        const takers = [...one.querySelectorAll<HTMLElement>('[data-takes-focus]')];
        if (takers.length === 0) continue;
        // One that is disabled as yet has it later.
        takers.find((taker) => !taker.matches(':disabled'))?.focus({ preventScroll: true });
        return;
      }
    };
    // Of the whole page, since a dialog that closes gives the focus to a button that may be gone by then.
    const observer = new MutationObserver(giveBack);
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('pointerdown', onPointerDown, { capture: true });
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('pointerdown', onPointerDown, { capture: true });
    };
  }, [frame]);
}

function around(element: HTMLElement): HTMLElement[] {
  const elements: HTMLElement[] = [];
  for (let one: HTMLElement | null = element; one !== null; one = one.parentElement) elements.push(one);
  return elements;
}
