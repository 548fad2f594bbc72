import { useSyncExternalStore } from 'react';
import { callDesk } from '../bridge/call.ts';
import { onConnectionChosen } from '../bridge/connection-change.ts';
import { createLookupStore, type Lookup } from './lookup-store.ts';

/** The one look-up of the window. */
export const lookupStore = createLookupStore((numbers) => callDesk('shopify.lookup', { numbers }));

// Orders of one tenant are never shown as another's.
onConnectionChosen(lookupStore.clear);

export function useLookup(): Lookup {
  return useSyncExternalStore(lookupStore.subscribe, lookupStore.read);
}
