import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paths, readPath } from '../../../renderer/app/routes.ts';
import type { DraftId, OrderNumber } from '../../../shared/ids.ts';

describe('paths', () => {
  it('lead back to what they were made of, whatever characters it has', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
        expect(readPath(paths.order(text as OrderNumber))).toEqual({ screen: 'order', orderNumber: text });
        expect(readPath(paths.draft(text as DraftId))).toEqual({ screen: 'draft', draftId: text });
        expect(readPath(paths.findShopify(text))).toEqual({ screen: 'shopify', find: text });
        expect(readPath(paths.findOrders(text))).toEqual({
          screen: 'orders',
          look: { kind: 'find', text },
        });
        expect(readPath(paths.ordersOfCustomer(text))).toEqual({
          screen: 'orders',
          look: { kind: 'customer', code: text },
        });
        expect(readPath(paths.customer(text))).toEqual({ screen: 'customer', code: text });
      }),
    );
  });

  it('of the plain screens are read', () => {
    expect(readPath(paths.orders())).toEqual({ screen: 'orders', look: null });
    expect(readPath(paths.newOrder())).toEqual({ screen: 'new' });
    expect(readPath(paths.drafts())).toEqual({ screen: 'drafts' });
    expect(readPath(paths.outbox())).toEqual({ screen: 'outbox' });
    expect(readPath(paths.dayCheck())).toEqual({ screen: 'day-check' });
    expect(readPath(paths.shopify())).toEqual({ screen: 'shopify', find: null });
    expect(readPath(paths.customers())).toEqual({ screen: 'customers' });
    expect(readPath(paths.usage())).toEqual({ screen: 'usage' });
    expect(readPath(paths.settings())).toEqual({ screen: 'settings' });
  });

  it.each([
    '',
    '/',
    '/inventory',
    '/orders/',
    '/orders/find/',
    '/shopify/find/',
    '/shopify/1',
    '/orders/1/2',
    '/settings/x',
    'orders',
  ])('that no screen has are refused: %j', (path) => {
    expect(readPath(path)).toBeNull();
  });
});
