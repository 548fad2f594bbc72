import type { DraftId, OrderNumber } from '../../shared/ids.ts';
/** Where a person can be. */
export type Route =
  | {
      readonly screen: 'orders' /** A text to look for at once. */;
      readonly find: string | null;
    }
  | {
      readonly screen: 'order';
      readonly orderNumber: OrderNumber;
    }
  | {
      readonly screen: 'new';
    }
  | {
      readonly screen: 'drafts';
    }
  | {
      readonly screen: 'draft';
      readonly draftId: DraftId;
    }
  | {
      readonly screen: 'outbox';
    }
  | {
      readonly screen: 'settings';
    };
/** The paths of the screens. They go behind the `#` of the page's address. */
export declare const paths: {
  readonly orders: () => string;
  /** Orders, looking at once for an order number or a reference. */
  readonly findOrders: (text: string) => string;
  readonly order: (orderNumber: OrderNumber) => string;
  readonly newOrder: () => string;
  readonly drafts: () => string;
  readonly draft: (draftId: DraftId) => string;
  readonly outbox: () => string;
  readonly settings: () => string;
};
/** The address of a path, for links. */
export declare function hrefOf(path: string): string;
/** Reads a path; null when no screen has it. */
export declare function readPath(path: string): Route | null;
/** Where the person is; Orders when the address leads nowhere. */
export declare function useScreenRoute(): Route;
/** The text that Orders shall look for at once, see `paths.findOrders`. */
export declare function useFindText(): string | null;
/** Answers a function that goes to a path; `replace` leaves no way back to where the person was. */
export declare function useGoTo(): (
  path: string,
  options?: {
    replace?: boolean;
  },
) => void;
