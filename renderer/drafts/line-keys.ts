import type { KeyboardEvent } from 'react';

/** What a key means in a cell of the line table. */
export type LineCommand =
  | {
      readonly kind: 'move';
      readonly rows: number /** To the column where the row was begun. */;
      readonly home: boolean;
    }
  | { readonly kind: 'tab' }
  | { readonly kind: 'insert' }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'remove' };

/** Reads a key press in a cell; undefined for those that the input itself answers. */
export function readLineKey(
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'> & {
    readonly nativeEvent: { readonly isComposing: boolean };
  },
): LineCommand | undefined {
  // An Enter that confirms Japanese or Chinese input belongs to the input method.
  if (event.nativeEvent.isComposing) return undefined;
  const mod = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'Enter':
      if (mod) return undefined;
      if (event.altKey) return { kind: 'insert' };
      return { kind: 'move', rows: event.shiftKey ? -1 : 1, home: true };
    case 'ArrowUp':
    case 'ArrowDown':
      if (mod || event.altKey || event.shiftKey) return undefined;
      return { kind: 'move', rows: event.key === 'ArrowUp' ? -1 : 1, home: false };
    case 'Tab':
      return { kind: 'tab' };
    case 'd':
    case 'D':
      return mod && event.shiftKey ? { kind: 'duplicate' } : undefined;
    case 'Delete':
      return mod && event.shiftKey ? { kind: 'remove' } : undefined;
    default:
      return undefined;
  }
}
