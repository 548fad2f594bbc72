import type { OrderDeskBridge } from '../../shared/ipc/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload: the page's only way to the main process. */
    readonly orderDesk: OrderDeskBridge;
  }
}
