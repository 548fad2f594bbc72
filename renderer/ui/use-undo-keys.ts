import { useEffect, useEffectEvent } from 'react';

interface UndoSteps {
  readonly undo: () => void;
  readonly redo: () => void;
}

/**
 * Undo and redo by Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y wherever the focus is on the screen: the inputs' own undo knows one
 * input alone. What is searched for is no part of the work, and has its own.
 */
export function useUndoKeys({ undo, redo }: UndoSteps): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
    if (document.querySelector('[role="dialog"]') !== null) return;
    if (event.target instanceof HTMLInputElement && event.target.type === 'search') return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && !(key === 'y' && !event.shiftKey)) return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) redo();
    else undo();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
