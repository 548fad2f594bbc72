import type { Channel } from '../../shared/ipc/contract.ts';
import type { FolderDesk } from '../order-desk.ts';
import { appHandlers } from './app-handlers.ts';
import { connectionsHandlers } from './connections-handlers.ts';
import { customersHandlers } from './customers-handlers.ts';
import { dataHandlers } from './data-handlers.ts';
import { dayCheckHandlers } from './day-check-handlers.ts';
import { draftsHandlers } from './drafts-handlers.ts';
import type { Handlers } from './handlers.ts';
import { importsHandlers } from './imports-handlers.ts';
import { networkHandlers } from './network-handlers.ts';
import { ordersHandlers } from './orders-handlers.ts';
import { outboxHandlers } from './outbox-handlers.ts';
import { partsHandlers } from './parts-handlers.ts';
import type { ShellPort } from './ports.ts';
import { preferencesHandlers } from './preferences-handlers.ts';
import { scansHandlers } from './scans-handlers.ts';
import { searchesHandlers } from './searches-handlers.ts';
import { shopifyHandlers } from './shopify-handlers.ts';
import { statusHandlers } from './status-handlers.ts';
import { templatesHandlers } from './templates-handlers.ts';
import { usageHandlers } from './usage-handlers.ts';

/** The handlers of every channel in the contract. */
export function allHandlers(desk: FolderDesk, shell: ShellPort): Handlers<Channel> {
  return {
    ...appHandlers(shell),
    ...statusHandlers(desk),
    ...usageHandlers(desk),
    ...preferencesHandlers(desk, shell),
    ...connectionsHandlers(desk),
    ...networkHandlers(desk, shell.dialogs),
    ...ordersHandlers(desk, shell.dialogs),
    ...partsHandlers(desk, shell.dialogs),
    ...shopifyHandlers(desk, shell.dialogs),
    ...customersHandlers(desk),
    ...searchesHandlers(desk),
    ...draftsHandlers(desk),
    ...scansHandlers(desk),
    ...templatesHandlers(desk),
    ...importsHandlers(desk, shell),
    ...outboxHandlers(desk, shell),
    ...dayCheckHandlers(desk, shell),
    ...dataHandlers(desk),
  };
}
