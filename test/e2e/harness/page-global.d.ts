import type { OrderDeskBridge } from '../../../shared/ipc/contract.ts';

declare global {
  interface Window {
    /** What the preload gives the page; in a test's page functions, `self.orderDesk`. */
    readonly orderDesk: OrderDeskBridge;
  }
}
