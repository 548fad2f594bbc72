import { useEffect, useEffectEvent } from 'react';

/** Runs when Escape is pressed and nothing else is there to close with it: no dialog, no menu, no input. */
export function useEscape(run: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    if (event.target instanceof HTMLInputElement) return;
    if (document.querySelector('[aria-modal="true"], [role="menu"]') !== null) return;
    run();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKeyDown(event);
    // Before the dialog or the menu that closes with it is gone.
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, []);
}
